import { and, asc, eq, inArray, isNotNull, lt, not, sql, type SQL } from "drizzle-orm";
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
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { lifetimeDays } from "@/lib/vocabulary/lifetimes";
import { isLastSuccess } from "./job-runs";
import { inTurn, isOver, type Limits } from "./slices";

/** Logs are kept twelve months (docs/numbers.md). */
const logDays = lifetimeDays("journal");
/** Runs of the jobs, letters of the embedded mailbox, words of the letters that never left. */
const monthDays = 30;

/** Erases what has no use left in the tables of the platform. Returns how many rows. */
export async function purgePlatform(limits: Limits): Promise<number> {
  return inTurn(limits, [
    () => purge(limits, rateLimits, past(rateLimits.expiresAt)),
    () => purge(limits, consumedChallenges, past(consumedChallenges.expiresAt)),
    () => purge(limits, robotCodes, past(robotCodes.expiresAt)),
    () => purge(limits, jobRuns, past(jobRuns.startedAt, monthDays, not(isLastSuccess()))),
    () => purge(limits, backups, past(backups.startedAt, logDays)),
    () => purge(limits, mailbox, past(mailbox.sentAt, monthDays)),
    () => purge(limits, outbox, past(outbox.createdAt, logDays, eq(outbox.state, "sent"))),
    () => purge(limits, outbox, past(outbox.createdAt, logDays, eq(outbox.state, "failed"))),
    () => purge(limits, auditEvents, past(auditEvents.at, logDays)),
    () => emptyFailedMails(limits),
  ]);
}

type Past = {
  /** The column whose index gives the oldest first. */
  order: PgColumn;
  where: SQL | undefined;
};

/** Rows whose instant is `days` old or more, and that are `which`. */
export function past(order: PgColumn, days = 0, which?: SQL): Past {
  return { order, where: and(which, lt(order, clock.inMinutes(-days * 24 * 60))) };
}

const batch = 1_000;

/**
 * Deletes by small batches, the oldest first: no long lock, and a stop is obeyed between two. Rows are reached by their place; the
 * condition is asked again of one that changed meanwhile.
 */
export async function purge(limits: Limits, table: PgTable, { order, where }: Past): Promise<number> {
  if (where === undefined) return 0;
  return untilNone(limits, async (size) => {
    const due = sql`select ctid from ${table} where ${where} order by ${order} limit ${size}`;
    const gone = database()
      .delete(table)
      .where(and(sql`ctid = any(array(${due}))`, where));
    return (await gone.returning({ one: sql`1` })).length;
  });
}

/** A letter that never left is kept a month, for an administrator to send again; then its words go. */
async function emptyFailedMails(limits: Limits): Promise<number> {
  const { where, order } = past(
    outbox.createdAt,
    monthDays,
    and(eq(outbox.state, "failed"), isNotNull(outbox.content)),
  );
  return untilNone(limits, async (size) => {
    const due = database().select({ id: outbox.id }).from(outbox).where(where).orderBy(asc(order)).limit(size);
    const emptied = database().update(outbox).set({ content: null }).where(inArray(outbox.id, due));
    return (await emptied.returning({ id: outbox.id })).length;
  });
}

/** Again and again, until a batch is not whole. */
export async function untilNone(limits: Limits, handle: (batch: number) => Promise<number>): Promise<number> {
  let total = 0;
  while (!isOver(limits)) {
    const count = await handle(batch);
    total += count;
    if (count < batch) break;
  }
  return total;
}
