import { env } from "@/lib/kernel/env";
import type { RobotChallenge, RobotSettings } from "@/lib/shared/robot-fields";
import type { RobotCheck, RobotVerdict } from "./port";
import { judgeTime } from "./time-token";

export { newTimeToken } from "./time-token";

/** What a form brought of its robot check: empty texts where the controls are missing. `form`: a hash of what it says. */
export type RobotAnswers = { honeypot: string; time: string; answer: string; form: string };

let opened: Promise<RobotCheck> | undefined;

/**
 * Judges a form. `robot`: the trap is filled, or the time was forged or lost; a password manager may do the first, so that the code
 * by e-mail is offered too. `too_fast`: it came faster than a hand; ask to press again.
 * `unsure`: no proof (no JavaScript, service down, answer late or used); offer the code by e-mail.
 */
export async function checkRobot(given: RobotAnswers): Promise<RobotVerdict | "robot" | "too_fast"> {
  if (given.honeypot !== "") return "robot";
  const pace = judgeTime(given.time);
  if (pace === "robot" || pace === "too_fast") return pace;
  if (pace === "too_old" || given.answer === "") return "unsure";
  return (await robotCheck()).verify(given.answer, given.form);
}

/** What the page must draw. */
export function robotSettings(): RobotSettings {
  const { drivers, HCAPTCHA_SITE_KEY } = env();
  if (drivers.captcha === "hcaptcha") return { driver: "hcaptcha", siteKey: HCAPTCHA_SITE_KEY ?? "" };
  return { driver: "self-hosted" };
}

/** A new challenge for the page, or null when the driver makes its own. */
export async function newRobotChallenge(): Promise<RobotChallenge | null> {
  return (await robotCheck()).challenge();
}

function robotCheck(): Promise<RobotCheck> {
  return (opened ??= openRobotCheck());
}

async function openRobotCheck(): Promise<RobotCheck> {
  const settings = env();
  switch (settings.drivers.captcha) {
    case "self-hosted":
      return (await import("./self-hosted")).openSelfHosted(settings.CAPTCHA_MAX_NUMBER);
    case "hcaptcha":
      return (await import("./hcaptcha")).openHcaptcha({
        siteKey: settings.HCAPTCHA_SITE_KEY ?? "",
        secret: settings.HCAPTCHA_SECRET ?? "",
        verifyUrl: settings.HCAPTCHA_VERIFY_URL,
      });
  }
}
