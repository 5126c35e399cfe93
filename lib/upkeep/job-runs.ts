import { and, eq, gt, lt, notExists, sql, type SQL } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import { jobRuns, type JobOutcome } from "@/db/schema/platform";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";

export type JobRun = {
  job: string;
  startedAt: Date;
  endedAt: Date | null;
  outcome: JobOutcome;
  handled: number;
  error: string | null;
};

/** A job as its runs tell: the last of them, the last that succeeded, and the first that is still known. */
export type JobState = { job: string; last: JobRun | null; succeededAt: Date | null; firstAt: Date | null };

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
  outcome: Exclude<JobOutcome, "running">,
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

type Row = { job: string; last: Omit<JobRun, "job"> | null; succeeded_at: string | null; first_at: string | null };

/**
 * The state of each of these jobs, by short walks of an index: three for each, whatever they ran. What is said to have succeeded in
 * the future was so by a clock put right since: it proves nothing.
 */
export async function listJobStates(names: readonly string[]): Promise<JobState[]> {
  if (names.length === 0) return [];
  const { job, id, outcome, startedAt } = jobRuns;
  const jobs = sql.join(
    names.map((name) => sql`(${name}::text)`),
    sql`, `,
  );
  const rows = await database().execute<Row>(sql`
    select n.job, to_jsonb(l) as last, s.at::text as succeeded_at, f.at::text as first_at from (values ${jobs}) as n(job)
    left join lateral (select started_at as "startedAt", ended_at as "endedAt", outcome, handled, error from ${jobRuns}
      where ${job} = n.job order by ${id} desc limit 1) l on true
    left join lateral (select ${startedAt} as at from ${jobRuns} where ${job} = n.job and ${outcome} in ('done', 'paused')
      and ${startedAt} <= ${clock.horizon().toISOString()}::timestamptz order by ${id} desc limit 1) s on true
    left join lateral (select ${startedAt} as at from ${jobRuns} where ${job} = n.job order by ${id} limit 1) f on true`);
  return rows.map(toState);
}

/** The last success of each job stays, however old: it says since when the job fails. */
export function isLastSuccess(): SQL {
  const newer = alias(jobRuns, "newer");
  const isSuccess = (outcome: PgColumn) => sql`${outcome} in ('done', 'paused')`;
  const later = database()
    .select({ id: newer.id })
    .from(newer)
    .where(and(eq(newer.job, jobRuns.job), isSuccess(newer.outcome), gt(newer.id, jobRuns.id)));
  return sql`(${isSuccess(jobRuns.outcome)} and ${notExists(later)})`;
}

function toState({ job, last, succeeded_at, first_at }: Row): JobState {
  return {
    job,
    last: last && {
      job,
      ...last,
      startedAt: new Date(last.startedAt),
      endedAt: last.endedAt && new Date(last.endedAt),
    },
    succeededAt: succeeded_at === null ? null : new Date(succeeded_at),
    firstAt: first_at === null ? null : new Date(first_at),
  };
}
