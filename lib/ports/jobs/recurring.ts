import { isDeepStrictEqual } from "node:util";
import type { PgBoss } from "pg-boss";
import { clock } from "@/lib/kernel/clock";
import { isOver } from "@/lib/upkeep/slices";
import { NotDone, silence, type Job, type JobLimits } from "./port";
import { runForBoss } from "./run-job";

const rhythms: Record<Job["every"], { cron: string; seconds: number }> = {
  minute: { cron: "* * * * *", seconds: 60 },
  "five-minutes": { cron: "*/5 * * * *", seconds: 300 },
  hour: { cron: "17 * * * *", seconds: 3_600 },
  day: { cron: "40 3 * * *", seconds: 86_400 },
};

/** Longest run, in minutes, of a job that tells no other. */
const runMinutes = 10;
/** A nightly job that failed has another try each hour of the day, not in the night that follows. */
const nightly = { retryLimit: 22, retryDelay: 3_600 };
const frequent = { retryLimit: 0, retryDelay: 0 };

/** The queue of each job: at most one waits and one runs, whatever the number of workers; hours missed do not pile up. */
export async function prepareJobs(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const queues = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const job of jobs) {
    const [queue, options] = [queues.get(job.name), optionsOf(job)];
    if (!queue) await boss.createQueue(job.name, { policy: "stately", ...options });
    else if (!isDeepStrictEqual({ ...queue, ...options }, queue)) await boss.updateQueue(job.name, options);
  }
}

function optionsOf({ every, minutes = runMinutes }: Job) {
  return {
    expireInSeconds: minutes * 60,
    heartbeatSeconds: silence,
    deleteAfterSeconds: 86_400,
    ...(every === "day" ? nightly : frequent),
  };
}

/** The hours stand in Postgres. What was missed while no worker ran is made up for once: a portal that is off at night does its nightly jobs too. */
export async function scheduleJobs(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const names = new Set(jobs.map(({ name }) => name));
  // A job taken out of the registry must not fill a queue that nobody reads.
  for (const { name } of await boss.getSchedules()) if (!names.has(name)) await boss.unschedule(name);
  for (const { name, every } of jobs)
    await boss.schedule(name, rhythms[every].cron, null, { tz: "Europe/Paris", missed: "once" });
}

/** Without a process that lasts nobody watches the hours: each job is asked for once in each minute, hour or day (UTC) that has begun. */
export async function sendDue(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  for (const { name, every } of jobs) await boss.send(name, null, { singletonSeconds: rhythms[every].seconds });
}

/** Runs a job each time that its hour comes, until pg-boss is stopped. */
export async function workJob(boss: PgBoss, job: Job, signal: AbortSignal): Promise<void> {
  const { minutes = runMinutes } = job;
  await boss.work(job.name, { pollingIntervalSeconds: 10 }, () =>
    run(boss, job, { signal, until: clock.inMinutes(minutes - 2) }),
  );
}

/** Runs a job if it is asked for; whether it was. */
export async function runAsked(boss: PgBoss, job: Job, limits: JobLimits): Promise<boolean> {
  if (isOver(limits)) return false;
  const [claim] = await boss.fetch(job.name);
  if (!claim) return false;
  try {
    await run(boss, job, limits);
    await boss.complete(job.name, claim);
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    await boss.fail(job.name, claim, { code: error.name });
  }
  return true;
}

/** What is left goes on at once; what failed is left to pg-boss, which tries again or waits for the next hour. */
async function run(boss: PgBoss, job: Job, limits: JobLimits): Promise<void> {
  const { outcome } = await runForBoss(job, limits);
  if (outcome === "paused") await boss.send(job.name, null, { startAfter: 1 });
  if (outcome === "failed") throw new NotDone();
}
