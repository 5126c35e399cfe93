import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { lastStart, noteEnd, noteStart } from "@/lib/kernel/job-runs";
import { logger } from "@/lib/kernel/logger";
import type { Job, JobLimits, Scheduler } from "./port";

export type { Job, JobLimits, Scheduler } from "./port";

const minutesOf: Record<Job["every"], number> = { minute: 1, "five-minutes": 5, hour: 60, day: 1440 };

/** Runs a job now, and notes how it went. Never throws: the next run comes anyway. Returns how many things it handled. */
export async function runJob(job: Job, limits: JobLimits): Promise<number> {
  const actor: System = { kind: "system", job: job.name };
  const run = await noteStart(job.name);
  try {
    const handled = await job.run(actor, limits);
    await noteEnd(run, "done", handled);
    return handled;
  } catch (error) {
    const code = error instanceof Error ? error.name : "unknown";
    logger().error({ event: "job.failed", job: job.name, run, code, stack: stackOf(error) });
    await noteEnd(run, "failed", 0, code);
    return 0;
  }
}

/** Runs, one after the other, the jobs whose hour has come: for a host without a worker. Stops at the limits. */
export async function runDueJobs(jobs: readonly Job[], limits: JobLimits): Promise<string[]> {
  const ran: string[] = [];
  for (const job of jobs) {
    if (limits.signal.aborted || clock.now() >= limits.until) break;
    if (!(await isDue(job))) continue;
    await runJob(job, limits);
    ran.push(job.name);
  }
  return ran;
}

/** Starts the scheduler of a process that lasts (pg-boss on the same Postgres). */
export async function startScheduler(jobs: readonly Job[], signal: AbortSignal): Promise<Scheduler> {
  return (await import("./pg-boss")).startPgBoss(jobs, (job, until) => runJob(job, { signal, until }));
}

async function isDue(job: Job): Promise<boolean> {
  const last = await lastStart(job.name);
  // Half a minute of tolerance: a cron that fires every minute is never exact.
  return last === null || clock.now().getTime() - last.getTime() >= minutesOf[job.every] * 60_000 - 30_000;
}

/** Where it broke, without the message: it could quote a person's data. */
function stackOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  return lines.filter((line) => line.trimStart().startsWith("at ")).slice(0, 6);
}
