import type { Admin } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { listLastRuns } from "@/lib/kernel/job-runs";
import { taskLine, type Task } from "../tasks";
import type { TaskLine } from "../types";

/** Every registered job with its last run, those that need a look first. */
export async function listTasks(_actor: Admin, tasks: readonly Task[]): Promise<TaskLine[]> {
  const runs = new Map((await listLastRuns()).map((run) => [run.job, run]));
  const now = clock.now();
  const lines = tasks.map((task) => taskLine(task, runs.get(task.name) ?? null, now));
  return lines.toSorted((one, other) => Number(needsLook(other)) - Number(needsLook(one)));
}

function needsLook({ isLate, last }: TaskLine): boolean {
  return isLate || last?.outcome === "failed";
}
