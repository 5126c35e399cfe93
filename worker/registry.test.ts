import { allScheduled } from "@/lib/vocabulary/scheduled-tasks";
import { jobs } from "./registry";

it("runs every task that administrators are told of, and no other", () => {
  const told = allScheduled.map(({ name, label, every }) => ({ name, label, every }));
  const run = jobs.map(({ name, label, every }) => ({ name, label, every }));
  expect(run.toSorted(byName)).toEqual(told.toSorted(byName));
});

function byName({ name: one }: { name: string }, { name: other }: { name: string }): number {
  return one < other ? -1 : 1;
}
