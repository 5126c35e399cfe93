import { clock } from "@/lib/kernel/clock";
import { listJobStates } from "@/lib/upkeep/job-runs";
import { taskLine, type Task } from "./task-line";
import type { TaskLine } from "../types";

/** Each task with how its runs went: one statement, whatever they ran. */
export async function readTasks(tasks: readonly Task[]): Promise<TaskLine[]> {
  const states = new Map((await listJobStates(tasks.map(({ name }) => name))).map((state) => [state.job, state]));
  const now = clock.now();
  const starts = [...states.values()].flatMap(({ firstAt }) => firstAt?.getTime() ?? []);
  const runningSince = starts.length > 0 ? new Date(Math.min(...starts)) : null;
  return tasks.map((task) => taskLine(task, states.get(task.name) ?? null, now, runningSince));
}
