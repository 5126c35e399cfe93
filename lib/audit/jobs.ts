import { and, eq, isNull } from "drizzle-orm";
import { agents } from "@/db/schema/organisation";
import type { System } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { post } from "@/lib/letters/post";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { allScheduled } from "@/lib/vocabulary/scheduled-tasks";
import { readTasks } from "./read-tasks";
import type { Task } from "./tasks";
import type { TaskLine } from "./types";

type Silent = TaskLine & { silentSince: Date };

/**
 * Writes to the administrators that a task has not succeeded for two days: once for each silence, whatever its length. Gives how
 * many letters. The home page of administrators says it as well: the task that sends letters may be the one that fails.
 */
export async function tellSilentTasks(
  actor: System,
  _limits: unknown,
  tasks: readonly Task[] = allScheduled,
): Promise<number> {
  let letters = 0;
  for (const task of await readTasks(tasks)) if (isSilent(task)) letters += await tellOf(actor, task);
  return letters;
}

function isSilent(task: TaskLine): task is Silent {
  return task.silentSince !== null;
}

async function tellOf(actor: System, task: Silent): Promise<number> {
  const result = await transact<number, never>(actor, async ({ tx, record, unrecorded }) => {
    let letters = 0;
    for (const { id, email, name } of await listAdmins(tx)) {
      const key = `agent.task_silent:${id}:${task.name}:${task.succeededAt?.getTime() ?? "never"}`;
      const isNew = await post(tx, "agent.task_silent", factsOf(task), { to: email, name, key });
      letters += isNew ? 1 : 0;
    }
    if (letters === 0) unrecorded("everybody was told already");
    else await record("housekeeping.silence_told", task.name, { count: letters });
    return done(letters);
  });
  return result.ok ? result.value : 0;
}

function listAdmins(tx: Tx) {
  const { id, email, name, role, isActive, removedAt } = agents;
  return tx
    .select({ id, email, name })
    .from(agents)
    .where(and(eq(role, "admin"), eq(isActive, true), isNull(removedAt)));
}

function factsOf({ label, silentSince, succeededAt }: Silent) {
  return { task: label, silentSince, hasSucceeded: succeededAt !== null };
}
