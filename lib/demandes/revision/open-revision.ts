import { and, eq, gt, isNull } from "drizzle-orm";
import { attachments, correctionItems, demandeRevisions } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import type { Reader, Tx } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import type { Answers } from "@/lib/demarches/form";
import { forgetBlobs } from "@/lib/files/storing/vault";
import { isoDay } from "@/lib/shared/dates";
import type { DemandeId } from "@/lib/shared/ids";
import type { Filed } from "./correction";
import { listCurrentFiles } from "../files/attached-files";
import type { LockedDemande } from "../moves/lock-demande";

export type OpenRevision = { number: number; answers: Answers; edition: number };

/** Whether a form is open: what is written there is not filed yet. */
export async function hasOpenRevision(reader: Reader, demandeId: DemandeId): Promise<boolean> {
  const rows = await reader
    .select({ number: demandeRevisions.number })
    .from(demandeRevisions)
    .where(and(eq(demandeRevisions.demandeId, demandeId), isNull(demandeRevisions.submittedAt)))
    .limit(1);
  return rows.length > 0;
}

/** The revision being edited; null when nothing is. */
export async function findOpenRevision(tx: Tx, demandeId: DemandeId): Promise<OpenRevision | null> {
  const [row] = await tx
    .select({ number: demandeRevisions.number, answers: demandeRevisions.answers, edition: demandeRevisions.edition })
    .from(demandeRevisions)
    .where(and(eq(demandeRevisions.demandeId, demandeId), isNull(demandeRevisions.submittedAt)))
    .limit(1);
  return row ?? null;
}

/** The revision being edited, begun from the last submitted one when none is. The demande must be locked. */
export async function ensureOpenRevision(tx: Tx, demande: LockedDemande): Promise<OpenRevision & { isNew: boolean }> {
  const open = await findOpenRevision(tx, demande.id);
  if (open) return { ...open, isNew: false };
  const last = await submittedAnswersOf(tx, demande.id, demande.revision);
  const now = clock.now();
  const number = demande.revision + 1;
  await tx
    .insert(demandeRevisions)
    .values({ demandeId: demande.id, number, answers: last, createdAt: now, updatedAt: now });
  return { number, answers: last, edition: 0, isNew: true };
}

/** Answers of a submitted revision. */
export async function submittedAnswersOf(
  tx: Tx,
  demandeId: DemandeId,
  number: number,
): Promise<Record<string, unknown>> {
  return (await submittedRevision(tx, demandeId, number)).answers;
}

/** What was last filed, for the form that takes it up: null for a draft, which never was. */
export async function lastFiled(
  reader: Reader,
  { id, status, revision }: Pick<LockedDemande, "id" | "status" | "revision">,
): Promise<Filed | null> {
  if (revision === 0) return null;
  const isCorrection = status === "incomplete";
  const [{ answers, submittedAt }, files, flagged] = await Promise.all([
    submittedRevision(reader, id, revision),
    isCorrection ? [] : listCurrentFiles(reader, id, revision),
    isCorrection ? flaggedPaths(reader, id, revision) : null,
  ]);
  return { answers, files, on: isoDay(submittedAt ?? clock.now()), flagged };
}

async function submittedRevision(reader: Reader, demandeId: DemandeId, number: number) {
  const [row] = await reader
    .select({ answers: demandeRevisions.answers, submittedAt: demandeRevisions.submittedAt })
    .from(demandeRevisions)
    .where(and(eq(demandeRevisions.demandeId, demandeId), eq(demandeRevisions.number, number)))
    .limit(1);
  if (!row) throw new Invariant("a submitted demande without its revision");
  return row;
}

/** Fields and documents that the service found wanting in a revision. */
async function flaggedPaths(reader: Reader, demandeId: DemandeId, revision: number): Promise<string[]> {
  const rows = await reader
    .select({ path: correctionItems.fieldPath })
    .from(correctionItems)
    .where(and(eq(correctionItems.demandeId, demandeId), eq(correctionItems.revision, revision)));
  return rows.map(({ path }) => path);
}

/** Forgets a change begun and not submitted, with the files added to it; those it removed come back. */
export async function dropOpenRevision(tx: Tx, demande: LockedDemande): Promise<boolean> {
  if (demande.status === "draft") return false;
  const dropped = await tx
    .delete(demandeRevisions)
    .where(and(eq(demandeRevisions.demandeId, demande.id), isNull(demandeRevisions.submittedAt)))
    .returning({ number: demandeRevisions.number });
  if (dropped.length === 0) return false;
  const ofDemande = eq(attachments.demandeId, demande.id);
  const added = await tx
    .delete(attachments)
    .where(and(ofDemande, eq(attachments.isFrozen, false), gt(attachments.addedIn, demande.revision)))
    .returning({ storageKey: attachments.storageKey });
  await tx
    .update(attachments)
    .set({ removedIn: null })
    .where(and(ofDemande, gt(attachments.removedIn, demande.revision)));
  await forgetBlobs(
    tx,
    added.map(({ storageKey }) => storageKey),
  );
  return true;
}
