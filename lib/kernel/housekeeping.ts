import { and, inArray, isNotNull, lt, notInArray, sql, eq, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import {
  auditEvents,
  backups,
  consumedChallenges,
  jobRuns,
  mailbox,
  outbox,
  rateLimits,
  robotCodes,
} from "@/db/schema/platform";
import { clock } from "./clock";
import { database } from "./database";

const day = 24 * 60;
/** Logs are kept twelve months (domain.md, « Numbers »). */
const logDays = 365;

/** Erases what has no use left in the tables of the platform. Returns how many rows. */
export async function purgePlatform(signal: AbortSignal): Promise<number> {
  const now = clock.now();
  const before = (days: number) => clock.inMinutes(-days * day);
  const works = [
    () => purge(rateLimits, rateLimits.key, lt(rateLimits.expiresAt, now), signal),
    () => purge(consumedChallenges, consumedChallenges.key, lt(consumedChallenges.expiresAt, now), signal),
    () => purge(robotCodes, robotCodes.recipientHash, lt(robotCodes.expiresAt, now), signal),
    () => purge(jobRuns, jobRuns.id, lt(jobRuns.startedAt, before(30)), signal),
    () => purge(backups, backups.id, lt(backups.startedAt, before(logDays)), signal),
    () => purge(mailbox, mailbox.id, lt(mailbox.sentAt, before(30)), signal),
    () =>
      purge(
        outbox,
        outbox.id,
        and(lt(outbox.createdAt, before(logDays)), notInArray(outbox.state, ["waiting"])),
        signal,
      ),
    () => purge(auditEvents, auditEvents.id, lt(auditEvents.at, before(logDays)), signal),
    () => emptyFailedMails(before(30)),
  ];
  let count = 0;
  for (const work of works) if (!signal.aborted) count += await work();
  return count;
}

/** A mail that never left is kept a month, for an administrator to send again; then its words go. */
async function emptyFailedMails(limit: Date): Promise<number> {
  const rows = await database()
    .update(outbox)
    .set({ content: null })
    .where(and(eq(outbox.state, "failed"), isNotNull(outbox.content), lt(outbox.createdAt, limit)))
    .returning({ id: outbox.id });
  return rows.length;
}

/** Deletes by small batches: no long lock, and a stop is obeyed between two. For any table with a single key. */
export async function purge(
  table: PgTable,
  key: PgColumn,
  where: SQL | undefined,
  signal: AbortSignal,
): Promise<number> {
  const batch = 1_000;
  let total = 0;
  for (;;) {
    const due = database()
      .select({ key })
      .from(table)
      .where(where ?? sql`false`)
      .limit(batch);
    const rows = await database().delete(table).where(inArray(key, due)).returning({ key });
    total += rows.length;
    if (rows.length < batch || signal.aborted) return total;
  }
}
