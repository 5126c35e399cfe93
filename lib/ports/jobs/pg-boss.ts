import { PgBoss } from "pg-boss";
import { clock } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";
import { logger } from "@/lib/kernel/logger";
import { retryMinutes, type Job, type JobOutcome, type Scheduler } from "./port";

type Work = {
  jobs: readonly Job[];
  /** Those whose hour passed while no worker ran: a portal that is off at night has its nightly jobs too. */
  late: readonly Job[];
  run: (job: Job, until: Date) => Promise<JobOutcome>;
};

const cronOf: Record<Job["every"], string> = {
  minute: "* * * * *",
  "five-minutes": "*/5 * * * *",
  hour: "17 * * * *",
  day: "40 3 * * *",
};

/** Longest run, in minutes, of a job that tells no other: pg-boss holds a job for this long, then gives it to another process. */
const runMinutes = 10;

/** Not while the portal starts. */
const lateSeconds = 30;

/** The schedules live in Postgres: two workers never run the same hour twice. Tables are made by the migration. */
export async function startPgBoss({ jobs, late, run }: Work): Promise<Scheduler> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: "parvis-worker",
    schema: "pgboss",
    migrate: false,
    createSchema: false,
    max: 3,
  });
  boss.on("error", (error) =>
    logger().warn({ event: "jobs.database", code: (error as { code?: string }).code ?? error.name }),
  );
  await boss.start({ attempts: 5 });
  await forgetOldSchedules(boss, jobs);
  for (const job of jobs) await schedule(boss, job, run);
  for (const { name } of late) await boss.send(name, null, { startAfter: lateSeconds });
  return { stop: () => boss.stop({ graceful: true, timeout: 8_000 }) };
}

async function schedule(boss: PgBoss, job: Job, run: Work["run"]): Promise<void> {
  const minutes = job.minutes ?? runMinutes;
  // « stately »: at most one waiting and one running; hours missed while no worker ran do not pile up.
  await boss.createQueue(job.name, {
    policy: "stately",
    retryLimit: 0,
    expireInSeconds: minutes * 60,
    deleteAfterSeconds: 86_400,
  });
  await boss.schedule(job.name, cronOf[job.every], null, { tz: "Europe/Paris" });
  await boss.work(job.name, { pollingIntervalSeconds: 10 }, async () => {
    const startAfter = secondsBeforeNext(job, await run(job, clock.inMinutes(minutes - 2)));
    if (startAfter !== null) await boss.send(job.name, null, { startAfter });
  });
}

/** What is left goes on now, what failed in the night is tried again in the hour; null: at its usual hour. */
function secondsBeforeNext(job: Job, outcome: JobOutcome): number | null {
  if (outcome === "paused") return 1;
  return outcome === "failed" && job.every === "day" ? retryMinutes * 60 : null;
}

/** A job taken out of the registry must not fill a queue that nobody reads. */
async function forgetOldSchedules(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const names = new Set(jobs.map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) if (!names.has(name)) await boss.unschedule(name);
}
