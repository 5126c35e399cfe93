import type { System } from "@/lib/kernel/actor";
import { asJob } from "@/lib/kernel/database";
import { logger } from "@/lib/kernel/logger";
import { noteEnd, noteStart } from "@/lib/upkeep/job-runs";
import { isOver, PartlyDone } from "@/lib/upkeep/slices";
import { NotDone, type Job, type JobLimits, type JobOutcome } from "./port";

type Run = Pick<Job, "name" | "run">;

/**
 * Runs a job now, on connections whose statements may last longer than a page's, and notes how it went. Never throws for what the job
 * did: the next run comes anyway.
 */
export async function runJob(job: Run, limits: JobLimits): Promise<{ outcome: JobOutcome; handled: number }> {
  const actor: System = { kind: "system", job: job.name };
  const run = await noteStart(job.name);
  const ended = await attempt(job, actor, limits, run);
  await noteEnd(run, ended.outcome, ended.handled, ended.error);
  return ended;
}

/** The same, for pg-boss, which keeps what it is thrown: where no run could even be noted, neither the words nor the place. */
export async function runForBoss(job: Run, limits: JobLimits) {
  try {
    return await runJob(job, limits);
  } catch (error) {
    const code = (error as { code?: string }).code ?? "unknown";
    logger().warn({ event: "jobs.database", job: job.name, code });
    throw new NotDone();
  }
}

type Ended = { outcome: JobOutcome; handled: number; error: string | null };

async function attempt(job: Run, actor: System, limits: JobLimits, run: number): Promise<Ended> {
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

/** Where it broke, without the message: it could quote a person's data. */
function stackOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  return lines.filter((line) => line.trimStart().startsWith("at ")).slice(0, 6);
}
