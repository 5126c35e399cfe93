import { closeDatabases } from "@/lib/kernel/database";
import { closeInterruptedRuns } from "@/lib/upkeep/job-runs";
import { surviveLateWrites } from "@/lib/kernel/late-write";
import { logger } from "@/lib/kernel/logger";
import { watchForSilence } from "@/lib/kernel/silence";
import { startScheduler } from "@/lib/ports/jobs";
import { closeMail } from "@/lib/ports/mail";
import { sendLetters } from "./letter-loop";
import { works } from "./registry";

/** The worker: sends the mails, runs the jobs at their hours, and ends what it began when it is asked to stop. */
const stop = new AbortController();
surviveLateWrites();
watchForSilence();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

await run().catch((error: unknown) => {
  logger().fatal({ event: "worker.failed", code: (error as { code?: string }).code ?? (error as Error).name });
  process.exit(1);
});
process.exit(0);

async function run(): Promise<void> {
  await closeInterruptedRuns(15);
  const scheduler = await startScheduler(works, stop.signal);
  logger().info({ event: "worker.started", jobs: works.jobs.length });
  await sendLetters(stop.signal);
  await scheduler.stop();
  await closeMail();
  await closeDatabases();
  logger().info({ event: "worker.stopped" });
}
