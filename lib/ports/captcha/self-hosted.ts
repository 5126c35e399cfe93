import { createChallenge, extractParams, verifySolution } from "altcha-lib/v1";
import { consumeChallenge } from "./used-challenges";
import { clock } from "@/lib/kernel/clock";
import { sign } from "@/lib/kernel/crypto";
import { logger } from "@/lib/kernel/logger";
import type { RobotCheck } from "./port";

const validMinutes = 120;

type Answer = Parameters<typeof verifySolution>[0] & object;

/**
 * A small proof of work that the browser makes by itself: costs a person nothing, and many requests a lot.
 * `maxNumber`: how many hashes at most. The library accepts the same answer again: the table of used challenges does not.
 */
export function openSelfHosted(maxNumber: number): RobotCheck {
  const hmacKey = sign("robot-challenge", "key");
  return {
    settings: { driver: "self-hosted" },
    async challenge() {
      const expires = clock.inMinutes(validMinutes);
      const made = await createChallenge({ hmacKey, maxnumber: maxNumber, expires, algorithm: "SHA-256" });
      const { algorithm, challenge, salt, signature } = made;
      return { algorithm, challenge, salt, signature, maxNumber };
    },
    async verify(text, usedFor) {
      try {
        const answer = readAnswer(text);
        if (!answer || !(await verifySolution(answer, hmacKey))) return "unsure";
        const isFresh = await consumeChallenge(`altcha:${answer.challenge}`, usedFor, expiryOf(answer));
        return isFresh ? "human" : "unsure";
      } catch (error) {
        logger().warn({ event: "robot.check_failed", code: error instanceof Error ? error.name : "unknown" });
        return "unsure";
      }
    },
  };
}

/** Base64 of a JSON text; anything else is no answer. */
function readAnswer(text: string): Answer | null {
  if (text.length > 2_000) return null;
  const value: unknown = JSON.parse(Buffer.from(text, "base64").toString("utf8"));
  if (typeof value !== "object" || value === null) return null;
  const { algorithm, challenge, salt, signature, number } = value as Record<string, unknown>;
  if (algorithm !== "SHA-256" || typeof challenge !== "string" || typeof salt !== "string") return null;
  if (typeof signature !== "string" || !Number.isSafeInteger(number)) return null;
  return { algorithm, challenge, salt, signature, number: Number(number) };
}

/** The salt, signed with the challenge, carries its end of life: without one, the answer would be good for ever. */
function expiryOf(answer: Answer): Date {
  const expires = Number(extractParams(answer).expires) * 1000;
  if (!(expires > clock.now().getTime())) throw new Error("challenge: expired");
  return new Date(expires);
}
