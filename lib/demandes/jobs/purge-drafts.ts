import { and, asc, eq, lt, notExists, or, sql, type SQL } from "drizzle-orm";
import { attachments, demandeRevisions, demandes } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { newerThan } from "@/lib/kernel/page-cursor";
import { oneByOne, type Limits } from "@/lib/upkeep/slices";
import { transact } from "@/lib/kernel/transact";
import type { DemandeId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { eraseDrafts } from "../commands/delete-draft";
import { isInReach } from "../draft/accounts-in-reach";
import { daysToMinutes, demandeLimits } from "../rules/limits";

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

function daysAgo(days: number): Date {
  return clock.inMinutes(-daysToMinutes(days));
}
