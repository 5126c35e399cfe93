import { randomInt, timingSafeEqual } from "node:crypto";
import { and, eq, gt, lt, lte, sql } from "drizzle-orm";
import { robotCodes } from "@/db/schema/platform";
import { done, refuse, type Result } from "@/lib/shared/result";
import { newId } from "@/lib/shared/ids";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { post } from "../outbox/post";
import { fingerprint } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { countTry } from "@/lib/kernel/limiter";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { transact } from "@/lib/kernel/transact";

const minutes = 10;
const maxTries = 5;

/**
 * Sends a code of six digits to an address: the way past the robot check for who has no JavaScript, or whom it misjudged.
 * `email`: normalised. A new code voids the former. Refusal: `too_many` (5 codes an hour and 20 a day for one address).
 */
export async function issueRobotCode(actor: Actor, email: string): Promise<Result<null, "too_many">> {
  const recipient = recipientHash(email);
  for (const [span, max, windowSeconds] of [["hour", 5, 3_600] as const, ["day", 20, 86_400] as const]) {
    const tried = await countTry({ key: `robot-code:${span}:${recipient}`, max, windowSeconds });
    if (!tried.isAllowed) return refuse("too_many");
  }
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  return transact(actor, async ({ tx, record }) => {
    const row = {
      recipientHash: recipient,
      codeHash: hashOf(email, code),
      tries: 0,
      expiresAt: clock.inMinutes(minutes),
    };
    await tx.insert(robotCodes).values(row).onConflictDoUpdate({ target: robotCodes.recipientHash, set: row });
    await post(tx, "robot.code", { code, minutes }, { to: email, name: null, key: `robot-code:${newId()}` });
    await record("robot_code.asked", recipient);
    return done(null);
  });
}

/**
 * Whether the code is the one sent to this address. Five tries void it, good ones included: the form may hold another mistake,
 * and the person must not wait for a second code.
 */
export async function verifyRobotCode(email: string, typed: string): Promise<boolean> {
  const code = typed.replace(/\D/g, "");
  const recipient = recipientHash(email);
  // The try is counted before the code is read: parallel guesses cannot share one try.
  const rows = await database()
    .update(robotCodes)
    .set({ tries: sql`${robotCodes.tries} + 1` })
    .where(
      and(
        eq(robotCodes.recipientHash, recipient),
        gt(robotCodes.expiresAt, clock.now()),
        lte(robotCodes.expiresAt, clock.horizon(minutes)),
        lt(robotCodes.tries, maxTries),
      ),
    )
    .returning({ codeHash: robotCodes.codeHash });
  const expected = rows[0]?.codeHash;
  return expected !== undefined && isSame(expected, hashOf(email, code));
}

/** Keyed by the master key: six digits could be guessed from a bare hash. */
function hashOf(email: string, code: string): string {
  return fingerprint("robot-code", `${email}\n${code}`);
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
