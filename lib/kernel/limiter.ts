import { sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema/platform";
import { clock } from "./clock";
import { database } from "./database";

export type Limit = {
  /** What is counted, with its subject hashed: « sign-in:address:… ». Never a personal datum in clear. */
  key: string;
  max: number;
  windowSeconds: number;
};

/**
 * Counts one try against a limit, atomically, in Postgres (a restart forgets nothing, parallel bursts are all counted).
 * Returns whether it is within the limit, and the seconds to wait otherwise. A window that begins in the future is over.
 */
export async function countTry(limit: Limit): Promise<{ isAllowed: boolean; retryAfter: number }> {
  const now = clock.now().toISOString();
  const windowStart = new Date(clock.now().getTime() - limit.windowSeconds * 1000).toISOString();
  const expires = new Date(clock.now().getTime() + limit.windowSeconds * 2000).toISOString();
  const isOver = sql`(rate_limits.window_start <= ${windowStart}::timestamptz or rate_limits.window_start > ${clock.horizon().toISOString()}::timestamptz)`;
  const rows = await database().execute<{ count: number; window_start: string }>(sql`
    insert into ${rateLimits} (key, count, window_start, expires_at)
    values (${limit.key}, 1, ${now}::timestamptz, ${expires}::timestamptz)
    on conflict (key) do update set
      count = case when ${isOver} then 1 else rate_limits.count + 1 end,
      window_start = case when ${isOver} then ${now}::timestamptz else rate_limits.window_start end,
      expires_at = ${expires}::timestamptz
    returning count, window_start::text`);
  const row = rows[0];
  if (!row) throw new Error("rate limit: no row returned");
  const elapsed = (clock.now().getTime() - new Date(row.window_start).getTime()) / 1000;
  return { isAllowed: row.count <= limit.max, retryAfter: Math.max(1, Math.ceil(limit.windowSeconds - elapsed)) };
}
