import type { RobotChallenge, RobotSettings } from "@/lib/shared/robot-fields";

/** Whether the answer of the page's check is good. « unsure » never blocks: the person is offered a code by e-mail. */
export type RobotVerdict = "human" | "unsure";

export type RobotCheck = {
  readonly settings: RobotSettings;
  /** A new challenge for the page, or null when the driver makes its own. */
  challenge: () => Promise<RobotChallenge | null>;
  /**
   * An answer serves for one thing, named by the hash `usedFor`. A service that is down, a late, wrong or already used answer:
   * « unsure ». Never throws.
   */
  verify: (answer: string, usedFor: string) => Promise<RobotVerdict>;
};
