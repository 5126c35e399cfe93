import { sql } from "drizzle-orm";
import { clock, setClock } from "@/lib/kernel/clock";
import { closeDatabases, database } from "@/lib/kernel/database";
import { listJobStates } from "@/lib/upkeep/job-runs";
import { PartlyDone } from "@/lib/upkeep/slices";
import { runDueJobs, runJob, type Job } from "./index";

const going = () => ({ signal: new AbortController().signal, until: clock.inMinutes(1) });
let serial = 0;
function job(every: Job["every"], run: Job["run"] = async () => 1): Job {
  serial += 1;
  return { name: `travail-${serial}`, label: "Essai.", every, run };
}
const runOf = async ({ name }: Job) => (await listJobStates([name]))[0]?.last;

let shift = 0;
const restore = setClock(() => new Date(Date.now() + shift));
afterEach(() => void (shift = 0));
afterAll(async () => {
  restore();
  await closeDatabases();
});

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

describe("runDueJobs", () => {
  it("runs each job at its hour, for a host without a worker", async () => {
    const [minute, hour] = [job("minute"), job("hour")];
    expect(await runDueJobs([minute, hour], going())).toEqual([minute.name, hour.name]);
    expect(await runDueJobs([minute, hour], going())).toEqual([]);
    shift = 60_000;
    expect(await runDueJobs([minute, hour], going())).toEqual([minute.name]);
    shift = 61 * 60_000;
    expect(await runDueJobs([minute, hour], going())).toEqual([minute.name, hour.name]);
  });

  it("runs what ran while the clock was ahead, once it is put right", async () => {
    const daily = job("day");
    shift = 3 * 86_400_000;
    expect(await runDueJobs([daily], going())).toEqual([daily.name]);
    shift = 0;
    expect(await runDueJobs([daily], going())).toEqual([daily.name]);
    expect(await runDueJobs([daily], going())).toEqual([]);
  });

  it("takes up at once what was paused, and tries in the hour what failed in the night", async () => {
    const stop = new AbortController();
    const paused = job("day", async () => (stop.abort(), 5));
    await runJob(paused, { ...going(), signal: stop.signal });
    const failed = job("day", () => Promise.reject(new Error("x")));
    expect(await runDueJobs([paused, failed], going())).toEqual([paused.name, failed.name]);
    shift = 59 * 60_000;
    expect(await runDueJobs([paused, failed], going())).toEqual([]);
    shift = 60 * 60_000;
    expect(await runDueJobs([paused, failed], going())).toEqual([failed.name]);
  });

  it("goes on after a job that fails, and stops at its limits", async () => {
    const [bad, good] = [job("day", () => Promise.reject(new Error("x"))), job("day")];
    expect(await runDueJobs([bad, good], going())).toEqual([bad.name, good.name]);
    const late = [job("day"), job("day")];
    expect(await runDueJobs(late, { ...going(), until: clock.inMinutes(-1) })).toEqual([]);
    expect(await runDueJobs(late, { ...going(), signal: AbortSignal.abort() })).toEqual([]);
  });
});
