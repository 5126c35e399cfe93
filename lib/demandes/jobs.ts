import { and, asc, eq, gt, isNotNull, lt, notExists, or, sql, type SQL } from "drizzle-orm";
import { attachments, demandeRevisions, demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { unwrapKey } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { newerThan } from "@/lib/kernel/page-cursor";
import { oneByOne, type Limits } from "@/lib/kernel/slices";
import { transact } from "@/lib/kernel/transact";
import { openSealed } from "@/lib/files/vault";
import { notify } from "@/lib/notifications/notify";
import { antivirus } from "@/lib/ports/antivirus";
import type { AccountId, AttachmentId, DemandeId, DemarcheId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { aboutDemande } from "./announce";
import { eraseDrafts } from "./commands/delete-draft";
import { isInReach } from "./held-drafts";
import { daysToMinutes, demandeLimits, eraseDay } from "./limits";
import { lockDemande } from "./lock-demande";

const batch = 50;

/**
 * Erases drafts that nobody takes up: three months after their last change, fourteen days when nothing was ever written.
 * One small transaction each, judged again under its lock, so that two workers and a person may come at once.
 */
export async function purgeDrafts(actor: System, limits: Limits): Promise<number> {
  return oneByOne<Draft>(limits, {
    size: batch,
    find: (last) =>
      database()
        .select({ id: demandes.id, at: demandes.updatedAt })
        .from(demandes)
        .innerJoin(demandeRevisions, ofDraft)
        .where(and(isAbandoned(), newerThan(demandes.updatedAt, demandes.id, last)))
        .orderBy(asc(demandes.updatedAt), asc(demandes.id))
        .limit(batch),
    handle: ({ id }) => purgeOne(actor, id, isAbandoned()),
  });
}

type Draft = { id: DemandeId; at: Date };

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
  // Whatever the case, it was left for that long: the index of drafts ends there.
  const isLeft = lt(demandes.updatedAt, daysAgo(Math.min(demandeLimits.untouchedDraftDays, demandeLimits.draftDays)));
  const isOld = lt(demandes.updatedAt, daysAgo(demandeLimits.draftDays));
  return and(eq(demandes.status, "draft"), isLeft, or(untouched, isOld), isInReach());
}

/** Erases a draft unless it changed meanwhile: `isDue` is judged again under its lock. */
export async function purgeOne(actor: System, demandeId: DemandeId, isDue: SQL | undefined): Promise<number> {
  const result = await transact<number, never>(actor, async ({ tx, record, unrecorded }) => {
    const [still] = await tx
      .select({ id: demandes.id })
      .from(demandes)
      .innerJoin(demandeRevisions, ofDraft)
      .where(and(eq(demandes.id, demandeId), isDue))
      .for("update", { of: demandes, skipLocked: true });
    if (!still) {
      unrecorded("taken up, submitted or erased meanwhile");
      return done(0);
    }
    await eraseDrafts(tx, [demandeId]);
    await record("demande.deleted", demandeId, { isAbandoned: true });
    return done(1);
  });
  return result.ok ? result.value : 0;
}

/** Tells the account, fourteen days before, that a draft will be erased. Once per last change: writing in it starts again. */
export async function warnOfExpiringDrafts(actor: System, limits: Limits): Promise<number> {
  return oneByOne<Expiring>(limits, {
    size: batch,
    find: findExpiring,
    handle: (draft) => warnOne(actor, draft),
  });
}

async function findExpiring(last: Expiring | null): Promise<Expiring[]> {
  return database()
    .select({
      id: demandes.id,
      accountId: sql<AccountId>`${demandes.accountId}`,
      at: demandes.updatedAt,
      demarcheId: demandes.demarcheId,
      demarche: { title: demarches.title },
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(
      and(
        eq(demandes.status, "draft"),
        gt(demandes.updatedAt, daysAgo(demandeLimits.draftDays)),
        lt(demandes.updatedAt, daysAgo(demandeLimits.draftDays - demandeLimits.noticeDays)),
        isNotNull(demandes.accountId),
        isInReach(),
        newerThan(demandes.updatedAt, demandes.id, last),
      ),
    )
    .orderBy(asc(demandes.updatedAt), asc(demandes.id))
    .limit(batch);
}

type Expiring = Draft & { accountId: AccountId; demarcheId: DemarcheId; demarche: { title: string } };

async function warnOne(actor: System, { id, accountId, at, ...draft }: Expiring): Promise<number> {
  const day = eraseDay(at, { isGuest: false, hasFiles: true });
  const path = `/demandes/${id}`;
  const result = await transact<number, never>(actor, async ({ tx, record, unrecorded }) => {
    const facts = { ...aboutDemande({ ...draft, number: null }, path), day };
    const key = `draft:${id}:expiring:${at.getTime()}`;
    const isNew = await notify(tx, { accountId }, { kind: "draft.expiring", facts, key, path });
    if (isNew) await record("demande.draft_warned", id);
    else unrecorded("already warned");
    return done(isNew ? 1 : 0);
  });
  return result.ok ? result.value : 0;
}

/** Asks the antivirus again about files that it could not judge when they arrived, until it says that it still cannot. */
export async function rescanPendingFiles(actor: System, limits: Limits): Promise<number> {
  let isAway = false;
  return oneByOne<Unjudged>(limits, {
    size: batch,
    find: (last) => (isAway ? Promise.resolve([]) : findUnjudged(last)),
    handle: async ({ id, demandeId, storageKey, fileKey }) => {
      if (isAway) return 0;
      const scan = await antivirus().scan(await openSealed(unwrapKey("demande", fileKey), storageKey));
      isAway = scan === "pending";
      if (scan === "pending") return 0;
      await keepVerdict(actor, demandeId, id, scan);
      return 1;
    },
  });
}

type Unjudged = { id: AttachmentId; at: Date; demandeId: DemandeId; storageKey: string; fileKey: string };

async function findUnjudged(last: Unjudged | null): Promise<Unjudged[]> {
  return database()
    .select({
      id: attachments.id,
      at: attachments.createdAt,
      demandeId: attachments.demandeId,
      storageKey: attachments.storageKey,
      fileKey: demandes.fileKey,
    })
    .from(attachments)
    .innerJoin(demandes, eq(demandes.id, attachments.demandeId))
    .where(and(eq(attachments.scan, "pending"), newerThan(attachments.createdAt, attachments.id, last)))
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
    .limit(batch);
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
