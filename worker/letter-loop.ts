import { setTimeout as sleep } from "node:timers/promises";
import { clock } from "@/lib/kernel/clock";
import { logger } from "@/lib/kernel/logger";
import { hasDueMail } from "@/lib/letters/jobs/drain-outbox";
import { runJob } from "@/lib/ports/jobs";
import { mailJob } from "./jobs/mails";

/** Milliseconds between two looks at the outbox; while the database is away. */
const pause = 1_000;
const longPause = 3_000;
/** Longest run, in minutes. */
const minutes = 5;

/** A letter does not wait for an hour: looks at the outbox again and again, and sends at once. Ends when `signal` aborts, the letters under way sent. */
export async function sendLetters(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const wait = await lookOnce(signal);
    await sleep(wait, undefined, { signal }).catch(() => undefined);
  }
}

/** Sends what is due; gives how many milliseconds to wait. The database may be away: the loop outlives it. */
async function lookOnce(signal: AbortSignal): Promise<number> {
  try {
    if (await hasDueMail()) await runJob(mailJob, { signal, until: clock.inMinutes(minutes) });
    return pause;
  } catch (error) {
    logger().warn({
      event: "worker.database",
      job: mailJob.name,
      code: (error as { code?: string }).code ?? "unknown",
    });
    return longPause;
  }
}
