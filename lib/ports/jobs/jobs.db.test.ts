import { clock, setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { listLastRuns } from "@/lib/kernel/job-runs";
import { runDueJobs, runJob, type Job } from "./index";

const going = () => ({ signal: new AbortController().signal, until: clock.inMinutes(1) });
let serial = 0;
function job(every: Job["every"], run: Job["run"] = async () => 1): Job {
  serial += 1;
  return { name: `travail-${serial}`, label: "Essai.", every, run };
}
const runOf = async ({ name }: Job) => (await listLastRuns()).find((run) => run.job === name);

let shift = 0;
const restore = setClock(() => new Date(Date.now() + shift));
afterEach(() => void (shift = 0));
afterAll(async () => {
  restore();
  await database().$client.end();
});

describe("runJob", () => {
  it("acts as the system, under the name of the job, and notes what it handled", async () => {
    const run = jest.fn<Promise<number>, Parameters<Job["run"]>>(async () => 7);
    const some = job("hour", run);
    expect(await runJob(some, going())).toBe(7);
    expect(run.mock.calls[0]?.[0]).toEqual({ kind: "system", job: some.name });
    expect(await runOf(some)).toMatchObject({ outcome: "done", handled: 7, error: null });
  });

  it("notes a failure by its kind, without the words that may name someone, and does not fall", async () => {
    const some = job("hour", () => Promise.reject(new RangeError("camille@example.org")));
    expect(await runJob(some, going())).toBe(0);
    expect(await runOf(some)).toMatchObject({ outcome: "failed", error: "RangeError" });
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

  it("goes on after a job that fails, and stops at its limits", async () => {
    const [bad, good] = [job("day", () => Promise.reject(new Error("x"))), job("day")];
    expect(await runDueJobs([bad, good], going())).toEqual([bad.name, good.name]);
    const late = [job("day"), job("day")];
    expect(await runDueJobs(late, { ...going(), until: clock.inMinutes(-1) })).toEqual([]);
    expect(await runDueJobs(late, { ...going(), signal: AbortSignal.abort() })).toEqual([]);
  });
});
