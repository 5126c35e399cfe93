import { and, eq, isNull } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { diskRoom, type DiskRoom } from "@/lib/kernel/disk-room";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { isoDay } from "@/lib/shared/dates";
import type { AgentId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { allScheduled } from "@/lib/vocabulary/scheduled-tasks";
import { readTasks } from "./tasks/read-tasks";
import type { Task } from "./tasks/task-line";
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

/**
 * Writes to the administrators that room is short: once a day while files are refused, once a month while the disk fills. Gives
 * how many letters. The mark stands above what the database needs to write them.
 */
export async function tellShortRoom(actor: System, room?: DiskRoom): Promise<number> {
  const seen = room ?? (await diskRoom());
  if (seen.state === "enough") return 0;
  const isFull = seen.state === "full";
  const facts = { isFull, leftMegabytes: seen.freeMegabytes, leastMegabytes: seen.leastMegabytes };
  const day = isoDay(clock.now());
  const since = isFull ? day : day.slice(0, 7);
  const write: Write = (tx, { id, ...to }) =>
    post(tx, "agent.disk_short", facts, { ...to, key: `agent.disk_short:${id}:${seen.state}:${since}` });
  return tellAdmins(actor, write, "housekeeping.disk_told", seen.state);
}

function isSilent(task: TaskLine): task is Silent {
  return task.silentSince !== null;
}

function tellOf(actor: System, task: Silent): Promise<number> {
  const since = task.succeededAt?.getTime() ?? "never";
  const write: Write = (tx, { id, ...to }) =>
    post(tx, "agent.task_silent", factsOf(task), { ...to, key: `agent.task_silent:${id}:${task.name}:${since}` });
  return tellAdmins(actor, write, "housekeeping.silence_told", task.name);
}

/** Writes to one administrator; false when they were told already. */
type Write = (tx: Tx, admin: { id: AgentId; to: string; name: string }) => Promise<boolean>;

/** Writes to each administrator at work, and says it in the journal when a letter was written. Gives how many. */
async function tellAdmins(
  actor: System,
  write: Write,
  verb: "housekeeping.disk_told" | "housekeeping.silence_told",
  subject: string,
): Promise<number> {
  const result = await transact<number, never>(actor, async ({ tx, record, unrecorded }) => {
    let letters = 0;
    for (const admin of await listAdmins(tx)) letters += (await write(tx, admin)) ? 1 : 0;
    if (letters === 0) unrecorded("everybody was told already");
    else await record(verb, subject, { count: letters });
    return done(letters);
  });
  return result.ok ? result.value : 0;
}

/** Those of the portal: its tasks and its disk are nobody else's business. */
function listAdmins(tx: Tx) {
  const { id, email, name, role, organisationId, isActive, removedAt } = agents;
  return tx
    .select({ id, to: email, name })
    .from(agents)
    .where(and(eq(role, "admin"), isNull(organisationId), eq(isActive, true), isNull(removedAt)));
}

function factsOf({ label, silentSince, succeededAt }: Silent) {
  return { task: label, silentSince, hasSucceeded: succeededAt !== null };
}
