import { setTimeout as sleep } from "node:timers/promises";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { logger } from "@/lib/kernel/logger";
import { runJob, type Job } from "@/lib/ports/jobs";

/** A job that does not wait for its hour: what tells that it has something to do, how often to look, and its longest run. */
export type Woken = { job: Job; isDue: (actor: System) => Promise<boolean>; everyMs: number; minutes: number };

/** Looks again and again whether the job has work, and runs it at once. Ends when `signal` aborts, the work under way ended. */
export async function wakeLoop(woken: Woken, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const pause = await lookOnce(woken, signal);
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}

/** Does what is due; gives how many milliseconds to wait. The database may be away: the loop outlives it. */
async function lookOnce({ job, isDue, everyMs, minutes }: Woken, signal: AbortSignal): Promise<number> {
  try {
    if (await isDue({ kind: "system", job: job.name })) await runJob(job, { signal, until: clock.inMinutes(minutes) });
    return everyMs;
  } catch (error) {
    logger().warn({ event: "worker.database", job: job.name, code: (error as { code?: string }).code ?? "unknown" });
    return 3_000;
  }
}
