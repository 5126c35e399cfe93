/** Names of the controls of the robot check. « site-web » is the trap: no person sees it. */
export const robotFields = {
  honeypot: "site-web",
  time: "robot-depuis",
  answer: "robot-preuve",
  code: "robot-code",
  again: "robot-autre-code",
} as const;

/** What the page needs to draw the check. */
export type RobotSettings = { driver: "self-hosted" } | { driver: "hcaptcha"; siteKey: string };

/** A proof of work: find `number` below `maxNumber` such that SHA-256(salt + number) is `challenge`. */
export type RobotChallenge = {
  algorithm: string;
  challenge: string;
  salt: string;
  signature: string;
  maxNumber: number;
};
