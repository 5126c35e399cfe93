import { and, asc, eq, gt, lte, or } from "drizzle-orm";
import { outbox, type OutboxState } from "@/db/schema/platform";
import type { Admin } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { diskRoom } from "@/lib/kernel/disk-room";
import { env } from "@/lib/kernel/env";
import { allScheduled } from "@/lib/vocabulary/scheduled-tasks";
import { readTasks } from "../tasks/read-tasks";
import { stoppedSince } from "../tasks/task-line";
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

const mailDrivers = { mailbox: "Boîte aux lettres du portail", smtp: "Serveur de courriel (SMTP)", resend: "Resend" };
const storageDrivers = { folder: "Dossier du serveur", s3: "Stockage S3", uploadthing: "UploadThing" };
const captchaDrivers = { "self-hosted": "Calcul fait par le navigateur", hcaptcha: "hCaptcha" };

/** Who does what, in the words of who reads it. */
function listDrivers(): PlatformState["drivers"] {
  const { drivers, CLAMD_SOCKET } = env();
  return [
    { port: "Courriels", driver: mailDrivers[drivers.mail], isEmbedded: drivers.mail === "mailbox" },
    { port: "Fichiers", driver: storageDrivers[drivers.storage], isEmbedded: drivers.storage === "folder" },
    {
      port: "Contrôle anti-robot",
      driver: captchaDrivers[drivers.captcha],
      isEmbedded: drivers.captcha === "self-hosted",
    },
    CLAMD_SOCKET
      ? { port: "Antivirus", driver: "ClamAV", isEmbedded: false }
      : { port: "Antivirus", driver: "Les fichiers ne sont pas contrôlés", isEmbedded: false, isMissing: true },
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
