import { and, asc, eq, gt, lte, or } from "drizzle-orm";
import { outbox, type OutboxState } from "@/db/schema/platform";
import type { Admin } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { diskRoom } from "@/lib/kernel/disk-room";
import { env } from "@/lib/kernel/env";
import { allScheduled } from "@/lib/vocabulary/scheduled-tasks";
import { readTasks } from "../read-tasks";
import { stoppedSince } from "../tasks";
import type { PlatformState } from "../types";

const limit = 100;

/** Which drivers run, whether mails leave, and how the scheduled jobs ended last. */
export async function getPlatformState(_actor: Admin): Promise<PlatformState> {
  const [failed, waiting, oldestWaiting, tasks] = await Promise.all([
    countMails("failed"),
    countMails("waiting"),
    findOldestWaiting(),
    readTasks(allScheduled),
  ]);
  return {
    disk: await diskRoom(),
    drivers: listDrivers(),
    mails: { failed, waiting, limit, oldestWaiting },
    tasks,
    stoppedSince: stoppedSince(tasks, oldestWaiting, clock.now()),
  };
}

function listDrivers(): PlatformState["drivers"] {
  const { drivers, CLAMD_SOCKET } = env();
  return [
    { port: "Courriels", driver: drivers.mail, isEmbedded: drivers.mail === "mailbox" },
    { port: "Fichiers", driver: drivers.storage, isEmbedded: drivers.storage === "folder" },
    { port: "Contrôle anti-robot", driver: drivers.captcha, isEmbedded: drivers.captcha === "self-hosted" },
    {
      port: "Antivirus",
      driver: CLAMD_SOCKET ? "clamd" : "aucun, les fichiers ne sont pas contrôlés",
      isEmbedded: false,
    },
  ];
}

async function countMails(state: OutboxState): Promise<number> {
  const rows = await database().select({ id: outbox.id }).from(outbox).where(eq(outbox.state, state)).limit(limit);
  return rows.length;
}

/** Among those that should have left: one that waits for its turn at its address is not late. */
async function findOldestWaiting(): Promise<Date | null> {
  const [row] = await database()
    .select({ createdAt: outbox.createdAt })
    .from(outbox)
    .where(and(eq(outbox.state, "waiting"), or(gt(outbox.attempts, 0), lte(outbox.nextAttemptAt, clock.now()))))
    .orderBy(asc(outbox.createdAt))
    .limit(1);
  return row?.createdAt ?? null;
}
