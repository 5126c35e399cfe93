import type { Rhythm } from "@/lib/vocabulary/scheduled-tasks";
import { taskLine } from "./tasks";

const now = new Date("2026-11-27T12:00:00Z");
const ran = (minutesAgo: number) => ({
  job: "essai",
  startedAt: new Date(now.getTime() - minutesAgo * 60_000),
  endedAt: null,
  outcome: "done" as const,
  handled: 1,
  error: null,
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
});
