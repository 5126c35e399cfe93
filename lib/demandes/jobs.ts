import { and, asc, eq, gt, lt, notExists, or, sql, type SQL } from "drizzle-orm";
import { attachments, demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { unwrapKey } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { transact } from "@/lib/kernel/transact";
import { openSealed } from "@/lib/files/vault";
import { notify } from "@/lib/notifications/notify";
import { antivirus } from "@/lib/ports/antivirus";
import { formatDate } from "@/lib/shared/dates";
import type { AccountId, AttachmentId, DemandeId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { eraseDrafts } from "./commands/delete-draft";
import { daysToMinutes, demandeLimits, eraseDay } from "./limits";
import { lockDemande } from "./lock-demande";

const batch = 50;
type Stop = { signal: AbortSignal };

/**
 * Erases drafts that nobody takes up: three months after their last change, fourteen days when nothing was ever written.
 * One small transaction each, judged again under its lock, so that two workers and a person may come at once.
 */
export async function purgeDrafts(actor: System, { signal }: Stop): Promise<number> {
  let erased = 0;
  for (;;) {
    const found = await database()
      .select({ id: demandes.id })
      .from(demandes)
      .innerJoin(demandeRevisions, ofDraft)
      .where(isAbandoned())
      .orderBy(asc(demandes.updatedAt))
      .limit(batch);
    for (const { id } of found) {
      if (signal.aborted) return erased;
      erased += (await purgeOne(actor, id, isAbandoned())) ? 1 : 0;
    }
    if (found.length < batch) return erased;
  }
}

const ofDraft = and(eq(demandeRevisions.demandeId, demandes.id), eq(demandeRevisions.number, 1));

/** A draft whose form was never written and that has no file counts as untouched. */
function isAbandoned() {
  const untouched = and(
    eq(demandeRevisions.edition, 0),
    lt(demandes.updatedAt, daysAgo(demandeLimits.untouchedDraftDays)),
    notExists(
      database()
        .select({ one: sql`1` })
        .from(attachments)
        .where(eq(attachments.demandeId, demandes.id)),
    ),
  );
  return and(eq(demandes.status, "draft"), or(untouched, lt(demandes.updatedAt, daysAgo(demandeLimits.draftDays))));
}

/** Erases a draft unless it changed meanwhile: `isDue` is judged again under its lock. */
export async function purgeOne(actor: System, demandeId: DemandeId, isDue: SQL | undefined): Promise<boolean> {
  const result = await transact<boolean, never>(actor, async ({ tx, record, unrecorded }) => {
    const [still] = await tx
      .select({ id: demandes.id })
      .from(demandes)
      .innerJoin(demandeRevisions, ofDraft)
      .where(and(eq(demandes.id, demandeId), isDue))
      .for("update", { of: demandes, skipLocked: true });
    if (!still) {
      unrecorded("taken up, submitted or erased meanwhile");
      return done(false);
    }
    await eraseDrafts(tx, [demandeId]);
    await record("demande.deleted", demandeId, { isAbandoned: true });
    return done(true);
  });
  return result.ok && result.value;
}

/** Tells the account, fourteen days before, that a draft will be erased. Once per last change: writing in it starts again. */
export async function warnOfExpiringDrafts(actor: System, { signal }: Stop): Promise<number> {
  const soon = daysAgo(demandeLimits.draftDays - demandeLimits.noticeDays);
  const gone = daysAgo(demandeLimits.draftDays);
  let warned = 0;
  let after = gone;
  for (;;) {
    const found = await database()
      .select({
        id: demandes.id,
        accountId: demandes.accountId,
        step: demandes.step,
        updatedAt: demandes.updatedAt,
        title: demarches.title,
      })
      .from(demandes)
      .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
      .where(
        and(
          eq(demandes.status, "draft"),
          gt(demandes.updatedAt, after),
          lt(demandes.updatedAt, soon),
          sql`${demandes.accountId} is not null`,
        ),
      )
      .orderBy(asc(demandes.updatedAt))
      .limit(batch);
    for (const { accountId, ...draft } of found) {
      if (signal.aborted) return warned;
      if (accountId) warned += (await warnOne(actor, { ...draft, accountId })) ? 1 : 0;
    }
    const last = found.at(-1);
    if (!last || found.length < batch) return warned;
    after = last.updatedAt;
  }
}

type Expiring = { id: DemandeId; accountId: AccountId; step: string; updatedAt: Date; title: string };

async function warnOne(actor: System, { id, accountId, step, updatedAt, title }: Expiring): Promise<boolean> {
  const day = formatDate(eraseDay(updatedAt, { isGuest: false, hasFiles: true }));
  const path = `/demandes/${id}/${step}`;
  const result = await transact<boolean, never>(actor, async ({ tx, record, unrecorded }) => {
    const isNew = await notify(
      tx,
      { accountId },
      {
        kind: "draft.expiring",
        key: `draft:${id}:expiring:${updatedAt.getTime()}`,
        text: `${title} : votre brouillon sera effacé le ${day}.`,
        path,
        mail: {
          subject: `Votre brouillon sera effacé le ${day}`,
          paragraphs: [
            `Vous avez commencé la démarche « ${title} » sans la soumettre. Sans modification de votre part, le brouillon sera effacé le ${day}.`,
          ],
          action: { label: "Reprendre ma demande", path },
        },
      },
    );
    if (isNew) await record("demande.draft_warned", id);
    else unrecorded("already warned");
    return done(isNew);
  });
  return result.ok && result.value;
}

/** Asks the antivirus again about files that it could not judge when they arrived. */
export async function rescanPendingFiles(actor: System, { signal }: Stop): Promise<number> {
  const waiting = await database()
    .select({
      id: attachments.id,
      demandeId: attachments.demandeId,
      storageKey: attachments.storageKey,
      fileKey: demandes.fileKey,
    })
    .from(attachments)
    .innerJoin(demandes, eq(demandes.id, attachments.demandeId))
    .where(eq(attachments.scan, "pending"))
    .orderBy(asc(attachments.createdAt))
    .limit(batch);
  let judged = 0;
  for (const { id, demandeId, storageKey, fileKey } of waiting) {
    if (signal.aborted) return judged;
    const scan = await antivirus().scan(await openSealed(unwrapKey("demande", fileKey), storageKey));
    if (scan === "pending") return judged;
    await keepVerdict(actor, demandeId, id, scan);
    judged += 1;
  }
  return judged;
}

async function keepVerdict(
  actor: System,
  demandeId: DemandeId,
  id: AttachmentId,
  scan: "clean" | "infected",
): Promise<void> {
  await transact<null, never>(actor, async ({ tx, record }) => {
    await lockDemande(tx, actor, demandeId);
    await tx.update(attachments).set({ scan }).where(eq(attachments.id, id));
    await record("attachment.scanned", id, { scan });
    return done(null);
  });
}

function daysAgo(days: number): Date {
  return clock.inMinutes(-daysToMinutes(days));
}
