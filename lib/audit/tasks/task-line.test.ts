import type { Rhythm } from "@/lib/vocabulary/scheduled-tasks";
import { stoppedSince, taskLine } from "./task-line";

const now = new Date("2026-11-27T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const run = (minutesAgo: number, outcome: "done" | "failed" = "done") => ({
  job: "essai",
  startedAt: ago(minutesAgo),
  endedAt: null,
  outcome,
  handled: 1,
  error: null,
});
const ran = (minutesAgo: number) => ({
  last: run(minutesAgo),
  succeededAt: ago(minutesAgo),
  firstAt: ago(minutesAgo),
});
const task = (every: Rhythm) => ({ name: "essai", label: "Essai.", every });

describe("taskLine", () => {
  it.each<[Rhythm, number, boolean]>([
    ["minute", 4, false],
    ["minute", 6, true],
    ["five-minutes", 14, false],
    ["five-minutes", 16, true],
    ["hour", 120, false],
    ["hour", 131, true],
    ["day", 1_500, false],
    ["day", 1_561, true],
  ])("says whether a job of every %s that started %i minutes ago is late: %s", (every, minutes, isLate) => {
    expect(taskLine(task(every), ran(minutes), now).isLate).toBe(isLate);
  });

  it("gives the next hour after the last start, and neither lateness nor hour before the first", () => {
    expect(taskLine(task("hour"), ran(10), now).next).toEqual(new Date("2026-11-27T12:50:00Z"));
    expect(taskLine(task("hour"), null, now)).toMatchObject({ next: null, isLate: false, last: null });
  });

  it("is not late before its first hour came, and is after", () => {
    expect(taskLine(task("day"), null, now, ago(15))).toMatchObject({ isLate: false, last: null });
    expect(taskLine(task("day"), null, now, ago(15)).next).toEqual(new Date("2026-11-28T11:45:00Z"));
    expect(taskLine(task("day"), null, now, ago(1_561)).isLate).toBe(true);
  });

  const day = 1_440;
  it.each<[string, { succeededAt: Date | null; firstAt: Date }, Date | null]>([
    ["succeeded yesterday", { succeededAt: ago(day), firstAt: ago(9 * day) }, null],
    ["succeeded three days ago", { succeededAt: ago(3 * day), firstAt: ago(9 * day) }, ago(3 * day)],
    ["never succeeded in three days", { succeededAt: null, firstAt: ago(3 * day) }, ago(3 * day)],
    ["never succeeded since yesterday", { succeededAt: null, firstAt: ago(day) }, null],
  ])("tells of the silence of a job that %s", (_, state, silentSince) => {
    expect(taskLine(task("day"), { last: run(10, "failed"), ...state }, now).silentSince).toEqual(silentSince);
  });
});

describe("stoppedSince", () => {
  const lines = (...minutes: number[]) => minutes.map((each) => taskLine(task("minute"), ran(each), now));

  it("is null while one task or another starts", () => {
    expect(stoppedSince(lines(300, 14), null, now)).toBeNull();
  });

  it("is the last start, once nothing has started for a quarter of an hour", () => {
    expect(stoppedSince(lines(300, 16), null, now)).toEqual(ago(16));
  });

  it("does not believe what started in the future", () => {
    expect(stoppedSince(lines(-600, 16), null, now)).toEqual(ago(16));
  });

  it("goes by the letter that waits, where nothing ever started", () => {
    expect(stoppedSince([], null, now)).toBeNull();
    expect(stoppedSince([], ago(10), now)).toBeNull();
    expect(stoppedSince([], ago(20), now)).toEqual(ago(20));
  });
});
