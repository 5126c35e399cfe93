import { createHash } from "node:crypto";
import { consumeChallenge, wasUsedFor } from "./used-challenges";
import { clock } from "@/lib/kernel/clock";
import { logger } from "@/lib/kernel/logger";
import type { RobotCheck } from "./port";

export type HcaptchaSettings = { siteKey: string; secret: string; verifyUrl: string };

/** hCaptcha, where the town set its keys. An answer that it accepted is noted: the service would refuse it the second time. */
export function openHcaptcha({ siteKey, secret, verifyUrl }: HcaptchaSettings): RobotCheck {
  return {
    settings: { driver: "hcaptcha", siteKey },
    challenge: async () => null,
    async verify(answer, usedFor) {
      try {
        const body = new URLSearchParams({ secret, response: answer, sitekey: siteKey });
        const reply = await fetch(verifyUrl, { method: "POST", body, signal: AbortSignal.timeout(5_000) });
        const verdict = (await reply.json()) as { success?: unknown };
        const key = `hcaptcha:${createHash("sha256").update(answer).digest("hex")}`;
        if (verdict.success !== true) return (await wasUsedFor(key, usedFor)) ? "human" : "unsure";
        return (await consumeChallenge(key, usedFor, clock.inMinutes(120))) ? "human" : "unsure";
      } catch (error) {
        logger().warn({ event: "robot.check_failed", code: error instanceof Error ? error.name : "unknown" });
        return "unsure";
      }
    },
  };
}
