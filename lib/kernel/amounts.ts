import { eq, sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema/platform";
import { clock } from "./clock";
import { database, type Tx } from "./database";

export type AmountLimit = {
  /** What is counted, with its subject hashed, as for a limit of tries (limiter.ts). */
  key: string;
  /** A whole number, in the unit of the amounts. */
  most: number;
  windowSeconds: number;
};

/**
 * Adds to what was counted under a key since its window began, atomically. False, and nothing is added, where that would pass
 * `most`: many who add at once never pass it together. With the `tx` of a command, what comes to nothing was not counted.
 */
export async function addAmount(
  { key, most, windowSeconds }: AmountLimit,
  amount: number,
  tx: Pick<Tx, "execute"> = database(),
): Promise<boolean> {
  if (amount > most) return false;
  const at = clock.now();
  const moved = (seconds: number) => new Date(at.getTime() + seconds * 1_000).toISOString();
  const now = at.toISOString();
  // A clock put back leaves a window that begins later than now: it is over too.
  const isOver = sql`(rate_limits.window_start <= ${moved(-windowSeconds)}::timestamptz or rate_limits.window_start > ${clock.horizon().toISOString()}::timestamptz)`;
  const rows = await tx.execute(sql`
    insert into ${rateLimits} (key, count, window_start, expires_at)
    values (${key}, ${amount}, ${now}::timestamptz, ${moved(2 * windowSeconds)}::timestamptz)
    on conflict (key) do update set
      count = case when ${isOver} then ${amount} else rate_limits.count + ${amount} end,
      window_start = case when ${isOver} then ${now}::timestamptz else rate_limits.window_start end,
      expires_at = ${moved(2 * windowSeconds)}::timestamptz
    where ${isOver} or rate_limits.count + ${amount} <= ${most}
    returning 1`);
  return rows.length > 0;
}

/** Takes back what was added and came to nothing. */
export async function takeBackAmount(key: string, amount: number): Promise<void> {
  await database()
    .update(rateLimits)
    .set({ count: sql`greatest(${rateLimits.count} - ${amount}, 0)` })
    .where(eq(rateLimits.key, key));
}
