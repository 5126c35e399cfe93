import type { Admin } from "@/lib/kernel/actor";
import { readTasks } from "../tasks/read-tasks";
import type { Task } from "../tasks/task-line";
import type { TaskLine } from "../types";

/** Every registered job with its last run, those that need a look first. */
export async function listTasks(_actor: Admin, tasks: readonly Task[]): Promise<TaskLine[]> {
  const lines = await readTasks(tasks);
  return lines.toSorted((one, other) => Number(needsLook(other)) - Number(needsLook(one)));
}

function needsLook({ isLate, silentSince, last }: TaskLine): boolean {
  return isLate || silentSince !== null || last?.outcome === "failed";
}
