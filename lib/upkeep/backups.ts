import { and, desc, eq, isNull, lte } from "drizzle-orm";
import { backups } from "@/db/schema/platform";
import { done } from "@/lib/shared/result";
import type { BackupFailure } from "@/lib/vocabulary/backups";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { transact } from "@/lib/kernel/transact";

/** A backup that ended. `failure`: null for one that is whole. `bytes` and `lines` are of the database in it. */
export type BackupRun = {
  isDaily: boolean;
  startedAt: Date;
  endedAt: Date;
  failure: BackupFailure | null;
  bytes: number;
  lines: number;
  files: number;
};

/** Notes how a backup ended, and says it in the journal. */
export async function noteBackup(actor: System, run: Omit<BackupRun, "endedAt">): Promise<void> {
  await transact<null, never>(actor, async ({ tx, record }) => {
    await tx.insert(backups).values({ ...run, endedAt: clock.now() });
    const { failure, lines, files } = run;
    if (failure) await record("backup.failed", actor.job, { failure });
    else await record("backup.made", actor.job, { lines, files });
    return done(null);
  });
}

/**
 * The last backup that is whole, and the last that ended, whole or not. One dated later than now is of a clock that ran ahead: it
 * proves nothing of the days since, and would keep the next ones from being made.
 */
export async function findLastBackups(): Promise<{ whole: BackupRun | null; last: BackupRun | null }> {
  const [whole, last] = await Promise.all([findLast(isNull(backups.failure)), findLast()]);
  return { whole, last };
}

/** When the last daily backup that is whole began; null before the first. */
export async function lastDailyStart(): Promise<Date | null> {
  return (await findLast(and(isNull(backups.failure), eq(backups.isDaily, true))))?.startedAt ?? null;
}

async function findLast(where?: ReturnType<typeof and>): Promise<BackupRun | null> {
  const { isDaily, startedAt, endedAt, failure, bytes, lines, files } = backups;
  const [run] = await database()
    .select({ isDaily, startedAt, endedAt, failure, bytes, lines, files })
    .from(backups)
    .where(and(where, lte(backups.startedAt, clock.horizon())))
    .orderBy(desc(backups.startedAt))
    .limit(1);
  return run ?? null;
}
