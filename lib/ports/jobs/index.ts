import { isOver } from "@/lib/upkeep/slices";
import { forgetTheFuture, openBoss } from "./boss";
import { runOrders, workOrders } from "./orders";
import type { Job, JobLimits, OrderedJob, Scheduler } from "./port";
import { prepareJobs, runAsked, scheduleJobs, sendDue, workJob } from "./recurring";

export { withOrders } from "./orders";
export { ClaimLost } from "./port";
export type { Job, JobLimits, Order, OrderedJob, OrderQueue } from "./port";
export { runJob } from "./run-job";

/** All that the portal does later, the letters of the outbox aside: what comes back, and what somebody asked for. */
export type Works = { jobs: readonly Job[]; orders: readonly OrderedJob[] };

/** How often what a clock that ran ahead left behind is looked for, in milliseconds. */
const careEvery = 60_000;

/** Starts the scheduler of a process that lasts: pg-boss, on the same Postgres. Two of them never run the same thing twice. */
export async function startScheduler({ jobs, orders }: Works, signal: AbortSignal): Promise<Scheduler> {
  const boss = await openBoss(true);
  await forgetTheFuture(boss);
  // What a process that was killed still held is given back now, not in a minute.
  await boss.supervise();
  await prepareJobs(boss, jobs);
  await scheduleJobs(boss, jobs);
  for (const order of orders) await workOrders(boss, order, signal);
  for (const job of jobs) await workJob(boss, job, signal);
  const care = setInterval(() => void forgetTheFuture(boss).catch(() => undefined), careEvery);
  return {
    stop: async () => {
      clearInterval(care);
      await boss.stop({ graceful: true, timeout: 8_000 });
    },
  };
}

/**
 * Runs what is due, once, for a host without a worker whose own clock calls often: each job whose turn has come, then what was asked for. Stops at the
 * limits; what is left waits for the next call. Gives the names of what ran.
 */
export async function runDueWorks({ jobs, orders }: Works, limits: JobLimits): Promise<string[]> {
  const ran: string[] = [];
  if (isOver(limits)) return ran;
  const boss = await openBoss(false);
  try {
    await forgetTheFuture(boss);
    await boss.supervise();
    await prepareJobs(boss, jobs);
    await sendDue(boss, jobs);
    for (const job of jobs) if (await runAsked(boss, job, limits)) ran.push(job.name);
    for (const order of orders) if ((await runOrders(boss, order, limits)) > 0) ran.push(order.queue.name);
  } finally {
    await boss.stop({ graceful: false });
  }
  return ran;
}
