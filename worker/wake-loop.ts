import { setTimeout as sleep } from "node:timers/promises";
import { clock } from "@/lib/kernel/clock";
import { logger } from "@/lib/kernel/logger";
import { hasDueMail } from "@/lib/kernel/outbox-drain";
import { runJob } from "@/lib/ports/jobs";
import { mailJob } from "./jobs/mails";

/** Looks each second whether a mail waits, and sends it at once. Ends when `signal` aborts, the mails under way sent. */
export async function mailLoop(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const pause = await lookOnce(signal);
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}

/** Sends what is due; gives how many milliseconds to wait. The database may be away: the loop outlives it. */
async function lookOnce(signal: AbortSignal): Promise<number> {
  try {
    if (await hasDueMail()) await runJob(mailJob, { signal, until: clock.inMinutes(5) });
    return 1_000;
  } catch (error) {
    logger().warn({ event: "mails.database", code: (error as { code?: string }).code ?? "unknown" });
    return 3_000;
  }
}
