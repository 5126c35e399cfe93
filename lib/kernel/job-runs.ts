import { and, desc, eq, lt } from "drizzle-orm";
import { jobRuns } from "@/db/schema/platform";
import { clock } from "./clock";
import { database } from "./database";

export type JobRun = {
  job: string;
  startedAt: Date;
  endedAt: Date | null;
  outcome: "running" | "done" | "failed";
  handled: number;
  error: string | null;
};

/** Notes that a job starts; gives the number of the run. */
export async function noteStart(job: string): Promise<number> {
  const rows = await database()
    .insert(jobRuns)
    .values({ job, startedAt: clock.now(), outcome: "running" })
    .returning({ id: jobRuns.id });
  const id = rows[0]?.id;
  if (id === undefined) throw new Error("job_runs: no row returned");
  return id;
}

/** Notes how a run ended. `error` is a code, never a text that may quote someone. */
export async function noteEnd(
  id: number,
  outcome: "done" | "failed",
  handled: number,
  error: string | null = null,
): Promise<void> {
  await database().update(jobRuns).set({ endedAt: clock.now(), outcome, handled, error }).where(eq(jobRuns.id, id));
}

/** Closes the runs that a killed process left open for more than `minutes`. */
export async function closeInterruptedRuns(minutes: number): Promise<number> {
  const rows = await database()
    .update(jobRuns)
    .set({ endedAt: clock.now(), outcome: "failed", error: "interrupted" })
    .where(and(eq(jobRuns.outcome, "running"), lt(jobRuns.startedAt, clock.inMinutes(-minutes))))
    .returning({ id: jobRuns.id });
  return rows.length;
}

/** When a job last started, or null. */
export async function lastStart(job: string): Promise<Date | null> {
  const rows = await database()
    .select({ startedAt: jobRuns.startedAt })
    .from(jobRuns)
    .where(eq(jobRuns.job, job))
    .orderBy(desc(jobRuns.startedAt))
    .limit(1);
  return rows[0]?.startedAt ?? null;
}

/** The last run of each job, for /admin. */
export async function listLastRuns(): Promise<JobRun[]> {
  const { job, startedAt, endedAt, outcome, handled, error } = jobRuns;
  return database()
    .selectDistinctOn([job], { job, startedAt, endedAt, outcome, handled, error })
    .from(jobRuns)
    .orderBy(job, desc(startedAt));
}
