import { and, eq, gt, notExists, or, sql, type SQL } from "drizzle-orm";
import { accounts, lastSeen } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/platform";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { idleLimits } from "../rules/limits";

const [firstNotice, secondNotice] = idleLimits.noticeDays;

/** Accounts to warn for the first or the second time. */
export function isDueForNotice(): SQL | undefined {
  const first = and(eq(accounts.idleNotices, 0), isIdleFor(idleLimits.days - firstNotice));
  const second = and(
    eq(accounts.idleNotices, 1),
    isIdleFor(idleLimits.days - secondNotice),
    notWarnedFor(firstNotice - secondNotice),
  );
  // The first of the two holds the other: with it the index begins where the idle ones do.
  return and(eq(accounts.status, "active"), isIdleFor(idleLimits.days - firstNotice), or(first, second));
}

/** Warned twice, and fourteen days after the second notice at least: a worker that slept for a year takes nobody by surprise. */
export function isDueForDeletion(): SQL | undefined {
  return and(
    eq(accounts.status, "active"),
    eq(accounts.idleNotices, 2),
    isIdleFor(idleLimits.days),
    notWarnedFor(secondNotice),
  );
}

/** When an account last seen then is erased, as its `notice` (0, 1) says it. */
export function deletionDay(lastSeenAt: Date, notice: number): Date {
  const due = lastSeenAt.getTime() + idleLimits.days * 86_400_000;
  return new Date(Math.max(due, daysFromNow(idleLimits.noticeDays[notice] ?? 0).getTime()));
}

function isIdleFor(days: number): SQL {
  return sql`${lastSeen(accounts)} < ${daysFromNow(-days).toISOString()}::timestamptz`;
}

/** The journal says when: its line is written with the notice. */
function notWarnedFor(days: number): SQL {
  const warned = and(
    eq(auditEvents.subjectId, sql`${accounts.id}::text`),
    eq(auditEvents.verb, "account.idle_warned"),
    gt(auditEvents.at, daysFromNow(-days)),
  );
  return notExists(
    database()
      .select({ one: sql`1` })
      .from(auditEvents)
      .where(warned),
  );
}

function daysFromNow(days: number): Date {
  return clock.inMinutes(days * 24 * 60);
}
