import { and, eq, isNull } from "drizzle-orm";
import { agents } from "@/db/schema/organisation";
import type { System } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { queueMail } from "@/lib/kernel/outbox";
import { transact } from "@/lib/kernel/transact";
import { formatDateTime } from "@/lib/shared/dates";
import { greetingOf, type MailContent } from "@/lib/shared/mail-content";
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
      const isNew = await queueMail(tx, { to: email, kind: "agent.task_silent", key, content: letter(name, task) });
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

function letter(name: string, { label, silentSince, succeededAt }: Silent): MailContent {
  const since = formatDateTime(silentSince);
  return {
    subject: "Une tâche du portail ne réussit plus",
    greeting: greetingOf(name),
    paragraphs: [
      succeededAt
        ? `Une tâche que le portail fait de lui-même n’a pas réussi depuis le ${since}.`
        : `Une tâche que le portail fait de lui-même n’a jamais réussi depuis son premier essai, le ${since}.`,
    ],
    facts: [{ label: "Tâche", value: label }],
    action: { label: "Voir les tâches", path: "/admin/taches" },
    closing: ["Ce courriel n’est envoyé qu’une fois, jusqu’à ce que la tâche réussisse à nouveau."],
  };
}
