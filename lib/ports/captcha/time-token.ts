import { clock } from "@/lib/kernel/clock";
import { isSigned, sign } from "@/lib/kernel/crypto";

const fastestSeconds = 2;
const longestHours = 12;

const hour = 3_600_000;

/**
 * When the page was drawn, signed: « 1764000000000.signature ». The last page of several says when the first was: who has filled
 * the others may send the last one at once. An hour before at most, so that its end of life does not come near.
 */
export function newTimeToken(begun: Date = clock.now()): string {
  const drawn = String(Math.max(begun.getTime(), clock.now().getTime() - hour));
  return `${drawn}.${sign("robot-time", drawn)}`;
}

/** `robot`: forged or missing. `too_fast`: sent back faster than a person fills a form. `too_old`: the page stayed open too long. */
export function judgeTime(token: string): "plausible" | "robot" | "too_fast" | "too_old" {
  const [drawn = "", signature = ""] = token.split(".");
  if (!isSigned("robot-time", drawn, signature)) return "robot";
  const seconds = (clock.now().getTime() - Number(drawn)) / 1000;
  if (seconds < fastestSeconds) return "too_fast";
  return seconds > longestHours * 3600 ? "too_old" : "plausible";
}
