import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { asJob } from "@/lib/kernel/database";
import { findLastRun, noteEnd, noteStart } from "@/lib/upkeep/job-runs";
import { logger } from "@/lib/kernel/logger";
import { isOver, PartlyDone } from "@/lib/upkeep/slices";
import { retryMinutes, type Job, type JobLimits, type JobOutcome, type Scheduler } from "./port";

export type { Job, JobLimits, JobOutcome, Scheduler } from "./port";

const minutesOf: Record<Job["every"], number> = { minute: 1, "five-minutes": 5, hour: 60, day: 1440 };

/**
 * Runs a job now, on connections whose statements may last longer than a page's, and notes how it went. Never throws for what the job
 * did: the next run comes anyway.
 */
export async function runJob(job: Job, limits: JobLimits): Promise<{ outcome: JobOutcome; handled: number }> {
  const actor: System = { kind: "system", job: job.name };
  const run = await noteStart(job.name);
  const ended = await attempt(job, actor, limits, run);
  await noteEnd(run, ended.outcome, ended.handled, ended.error);
  return ended;
}

type Ended = { outcome: JobOutcome; handled: number; error: string | null };

async function attempt(job: Job, actor: System, limits: JobLimits, run: number): Promise<Ended> {
  try {
    const handled = await asJob(() => job.run(actor, limits));
    return { outcome: isOver(limits) ? "paused" : "done", handled, error: null };
  } catch (error) {
    const isPart = error instanceof PartlyDone;
    const cause = isPart ? error.cause : error;
    const code = cause instanceof Error ? cause.name : "unknown";
    logger().error({ event: "job.failed", job: job.name, run, code, stack: stackOf(cause) });
    return { outcome: "failed", handled: isPart ? error.handled : 0, error: code };
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
  const run = async (job: Job, until: Date) => (await runJob(job, { signal, until })).outcome;
  const late: Job[] = [];
  for (const job of jobs) if (await isDue(job)) late.push(job);
  return (await import("./pg-boss")).startPgBoss({ jobs, late, run });
}

async function isDue(job: Job): Promise<boolean> {
  const last = await findLastRun(job.name);
  // Never ran, has work left, or ran in the future: a clock put right since.
  if (last === null || last.outcome === "paused" || last.startedAt > clock.horizon()) return true;
  const minutes = last.outcome === "failed" ? Math.min(minutesOf[job.every], retryMinutes) : minutesOf[job.every];
  // Half a minute of tolerance: a cron that fires every minute is never exact.
  return clock.now().getTime() - last.startedAt.getTime() >= minutes * 60_000 - 30_000;
}

/** Where it broke, without the message: it could quote a person's data. */
function stackOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  return lines.filter((line) => line.trimStart().startsWith("at ")).slice(0, 6);
}
