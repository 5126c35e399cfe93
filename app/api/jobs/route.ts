import { cronGuard } from "@/lib/web/route/cron-guard";
import { runDue } from "@/worker/run-due";

/** Longest run, in seconds, where the host counts them. */
export const maxDuration = 60;

const run = cronGuard("jobs", async (request) => ({ ran: await runDue(50, request.signal) }));

export { run as GET, run as POST };
