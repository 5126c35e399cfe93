import { clock } from "@/lib/kernel/clock";
import { closeInterruptedRuns } from "@/lib/upkeep/job-runs";
import { runDueWorks } from "@/lib/ports/jobs";
import { works } from "./registry";

/** Runs what is due for at most `seconds`: for a host without a worker, whose cron calls /api/jobs. Gives the names. */
export async function runDue(seconds: number, signal: AbortSignal): Promise<string[]> {
  await closeInterruptedRuns(15);
  return runDueWorks(works, { signal, until: new Date(clock.now().getTime() + seconds * 1000) });
}
