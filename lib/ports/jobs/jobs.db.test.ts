import { sql } from "drizzle-orm";
import { passTime } from "@/db/test/pass-time";
import { clock } from "@/lib/kernel/clock";
import { closeDatabases, database } from "@/lib/kernel/database";
import { listJobStates } from "@/lib/upkeep/job-runs";
import { PartlyDone } from "@/lib/upkeep/slices";
import { openBoss } from "./boss";
import { runDueWorks, runJob, startScheduler, type Job } from "./index";
import { prepareJobs, sendDue } from "./recurring";

const going = () => ({ signal: new AbortController().signal, until: clock.inMinutes(1) });
let serial = 0;
function job(every: Job["every"], run: Job["run"] = async () => 1): Job {
  serial += 1;
  return { name: `travail-${serial}`, label: "Essai.", every, run };
}
const runOf = async ({ name }: Job) => (await listJobStates([name]))[0]?.last;

/** As if these had been asked for so many minutes ago, within the same day. */
async function age(minutes: number, ...jobs: readonly Job[]): Promise<void> {
  for (const { name } of jobs)
    await database().execute(
      sql`update pgboss.job set start_after = start_after - make_interval(mins => ${minutes}) where name = ${name}`,
    );
}

afterAll(closeDatabases);

describe("runJob", () => {
  it("acts as the system, under the name of the job, and notes what it handled", async () => {
    const run = jest.fn<Promise<number>, Parameters<Job["run"]>>(async () => 7);
    const some = job("hour", run);
    expect(await runJob(some, going())).toMatchObject({ outcome: "done", handled: 7 });
    expect(run.mock.calls[0]?.[0]).toEqual({ kind: "system", job: some.name });
    expect(await runOf(some)).toMatchObject({ outcome: "done", handled: 7, error: null });
  });

  it("notes a failure by its kind, without the words that may name someone, and does not fall", async () => {
    const some = job("hour", () => Promise.reject(new RangeError("camille@example.org")));
    expect(await runJob(some, going())).toMatchObject({ outcome: "failed", handled: 0 });
    expect(await runOf(some)).toMatchObject({ outcome: "failed", error: "RangeError" });
  });

  it("notes what was done before something failed", async () => {
    const some = job("hour", () => Promise.reject(new PartlyDone(3, new RangeError("x"))));
    expect(await runJob(some, going())).toMatchObject({ outcome: "failed", handled: 3 });
    expect(await runOf(some)).toMatchObject({ outcome: "failed", handled: 3, error: "RangeError" });
  });

  it("says of a run that reached its limits that work may be left", async () => {
    const stop = new AbortController();
    const some = job("hour", async () => (stop.abort(), 5));
    expect(await runJob(some, { ...going(), signal: stop.signal })).toMatchObject({ outcome: "paused", handled: 5 });
    expect(await runOf(some)).toMatchObject({ outcome: "paused", handled: 5, error: null });
  });

  it("gives a job's statements more time than a page's, on connections of its own", async () => {
    const limitOf = async () => {
      const [row] = await database().execute<{ limit: string }>(
        sql`select current_setting('statement_timeout') as limit`,
      );
      return row?.limit;
    };
    const limitsSeen: unknown[] = [];
    const some = job("hour", async () => limitsSeen.push(await limitOf()));
    await runJob(some, going());
    expect([...limitsSeen, await limitOf()]).toEqual(["30s", "20s"]);
  });
});

const runDue = (...jobs: Job[]) => runDueWorks({ jobs, orders: [] }, going());

/** Gives what happened within one same minute, hour and day, which pg-boss tells by the clock of Postgres. */
async function inOneMinute<T>(work: () => Promise<T>): Promise<T> {
  const minute = async () => (await database().execute(sql`select date_trunc('minute', now())::text as at`))[0]?.at;
  for (;;) {
    const before = await minute();
    const result = await work();
    if ((await minute()) === before) return result;
  }
}

describe("runDueWorks", () => {
  it("runs each job once in its minute or its hour, for a host without a worker", async () => {
    const hour = 60;
    const [ran, again, names] = await inOneMinute(async () => {
      const [often, seldom] = [job("minute"), job("hour")];
      return [await runDue(often, seldom), await runDue(often, seldom), [often.name, seldom.name]];
    });
    expect([ran, again]).toEqual([names, []]);
    await passTime(hour);
    expect(await runDue(...names.map((name) => ({ ...job("hour"), name })))).toEqual(names);
  });

  it("runs what ran while the clock was ahead, once it is put right", async () => {
    const daily = job("day");
    expect(await runDue(daily)).toEqual([daily.name]);
    await passTime(-3 * 1_440);
    expect(await runDue(daily)).toEqual([daily.name]);
  });

  it("is not kept by a run that a clock ahead had put off, or begun in the hands of a process long gone", async () => {
    const stop = new AbortController();
    const [paused, killed] = [job("day", async () => (stop.abort(), 5)), job("hour")];
    await runDueWorks({ jobs: [paused], orders: [] }, { ...going(), signal: stop.signal });
    const boss = await openBoss(false);
    await prepareJobs(boss, [killed]);
    await sendDue(boss, [killed]);
    await boss.fetch(killed.name);
    await boss.stop({ graceful: false });
    await passTime(-3 * 1_440);
    expect(await runDue({ ...paused, run: async () => 1 }, killed)).toEqual([paused.name]);
    await passTime(60);
    expect(await runDue(killed)).toEqual([killed.name]);
  });

  it("takes up at once what was paused, and tries in the hour what failed in the night", async () => {
    const [soon, names] = await inOneMinute(async () => {
      const stop = new AbortController();
      const paused = job("day", async () => (stop.abort(), 5));
      await runDueWorks({ jobs: [paused], orders: [] }, { ...going(), signal: stop.signal });
      const failed = job("day", () => Promise.reject(new Error("x")));
      await runDue(failed);
      await age(1, paused, failed);
      const again = await runDue({ ...paused, run: async () => 1 }, failed);
      return [again, [paused.name, failed.name]] as const;
    });
    const [paused, failed] = names.map((name) => ({ ...job("day"), name }));
    if (!paused || !failed) throw new Error("two jobs");
    expect(soon).toEqual([paused.name]);
    await age(59, failed);
    expect(await runDue(failed)).toEqual([failed.name]);
    expect(await runOf(failed)).toMatchObject({ outcome: "done" });
  });

  it("gives what a killed process held to the next, after a minute of its silence", async () => {
    const some = job("hour");
    const boss = await openBoss(false);
    await prepareJobs(boss, [some]);
    await sendDue(boss, [some]);
    await boss.fetch(some.name);
    await boss.stop({ graceful: false });
    expect(await runDue(some)).toEqual([]);
    await passTime(2);
    expect(await runDue(some)).toEqual([some.name]);
  });

  it("goes on after a job that fails, and stops at its limits", async () => {
    const [bad, good] = [job("day", () => Promise.reject(new Error("x"))), job("day")];
    expect(await runDue(bad, good)).toEqual([bad.name, good.name]);
    const late = { jobs: [job("day"), job("day")], orders: [] };
    expect(await runDueWorks(late, { ...going(), until: clock.inMinutes(-1) })).toEqual([]);
    expect(await runDueWorks(late, { ...going(), signal: AbortSignal.abort() })).toEqual([]);
  });

  it("keeps of a failure neither its words nor where it broke", async () => {
    const bad = job("day", () => Promise.reject(new Error("camille@example.org")));
    await runDue(bad);
    const rows = await database().execute(sql`select output::text as kept from pgboss.job where name = ${bad.name}`);
    expect(rows.map(({ kept }) => kept)).toEqual(['{"code": "NotDone"}']);
  });
});

describe("startScheduler", () => {
  it("makes up for the night that was missed while no worker ran, and stops", async () => {
    const done = Promise.withResolvers<number>();
    const daily = job("day", async () => (done.resolve(1), 1));
    const start = () => startScheduler({ jobs: [daily], orders: [] }, going().signal);
    await (await start()).stop();
    expect(await runOf(daily)).toBeNull();
    await passTime(2 * 1_440);
    await database().execute(sql`update pgboss.schedule set created_on = created_on - interval '3 days'`);
    const scheduler = await start();
    await done.promise;
    await scheduler.stop();
    expect(await runOf(daily)).toMatchObject({ outcome: "done", handled: 1 });
  }, 120_000);
});
