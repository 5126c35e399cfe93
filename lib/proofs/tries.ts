import { eq, inArray, sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema/platform";
import { clock } from "@/lib/kernel/clock";
import { database, type Tx } from "@/lib/kernel/database";

// In this table's rows `window_start` is the last try: so no day, wherever it begins, holds more than `maxTries`.

/** docs/numbers.md. Free at first, then 2, 4, 8… seconds up to 15 minutes; 25 tries a day; never a lock for good. */
const freeTries = 5;
const maxDelaySeconds = 15 * 60;
const maxTries = 25;
const windowSeconds = 24 * 3600;

/** `isSpent`: refused because the day's tries are all made. `key`: what to forget after a success. */
export type Try = { key: string; isAllowed: boolean; isSpent: boolean; retryAfter: number };

/**
 * Takes one try on a secret, before it is compared: tries made at the same instant are all counted, and a restart forgets
 * nothing. Not allowed: the try must not be made, and `retryAfter` says how many seconds to wait. `key` holds no personal datum.
 * Without `isSlowed` the tries of the day are counted and nothing waits before the last: another count does the slowing.
 */
export async function takeTry(key: string, isSlowed = true): Promise<Try> {
  const free = isSlowed ? freeTries : maxTries + 1;
  const now = clock.now();
  const at = now.toISOString();
  const windowStart = new Date(now.getTime() - windowSeconds * 1000).toISOString();
  const expires = new Date(now.getTime() + 2 * windowSeconds * 1000).toISOString();
  const isOver = sql`(rate_limits.window_start <= ${windowStart}::timestamptz or rate_limits.window_start > ${clock.horizon().toISOString()}::timestamptz)`;
  const rows = await database().execute<{ allowed: boolean; spent: boolean; until: string | null }>(sql`
    with fresh as (
      insert into ${rateLimits} (key, count, window_start, blocked_until, expires_at)
      values (${key}, 1, ${at}::timestamptz, null, ${expires}::timestamptz)
      on conflict (key) do update set
        count = case when ${isOver} then 1 else rate_limits.count + 1 end,
        window_start = ${at}::timestamptz,
        blocked_until = case
          when ${isOver} or rate_limits.count + 1 < ${free} then null
          else ${at}::timestamptz + make_interval(secs => least(${maxDelaySeconds}, power(2, rate_limits.count + 1 - ${free - 1})))
        end,
        expires_at = ${expires}::timestamptz
      where ${isOver}
        or (rate_limits.count < ${maxTries} and coalesce(rate_limits.blocked_until, '-infinity') <= ${at}::timestamptz)
      returning 1
    )
    select exists (select 1 from fresh) as allowed,
      (select count >= ${maxTries} from ${rateLimits} where key = ${key}) as spent,
      (select case when count >= ${maxTries} then window_start + make_interval(secs => ${windowSeconds}) else blocked_until end
       from ${rateLimits} where key = ${key})::text as until`);
  const row = rows[0];
  if (!row || row.allowed) return { key, isAllowed: row?.allowed ?? false, isSpent: false, retryAfter: 0 };
  const wait = row.until === null ? 1 : (new Date(row.until).getTime() - now.getTime()) / 1000;
  return { key, isAllowed: false, isSpent: row.spent, retryAfter: Math.max(1, Math.ceil(wait)) };
}

/** A try that was right is no failure: it leaves its count as it found it, and those before it still count. */
export async function giveBackTry(key: string, tx: Pick<Tx, "update"> = database()): Promise<void> {
  const count = sql`greatest(${rateLimits.count} - 1, 0)`;
  await tx.update(rateLimits).set({ count }).where(eq(rateLimits.key, key));
}

/** After a success, or when a link proved who the person is: earlier failures no longer count. */
export async function forgetTries(keys: readonly string[], tx: Pick<Tx, "delete"> = database()): Promise<void> {
  await tx.delete(rateLimits).where(inArray(rateLimits.key, [...keys]));
}
