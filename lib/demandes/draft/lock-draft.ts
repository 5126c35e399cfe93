import { and, eq } from "drizzle-orm";
import { demandeRevisions, demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import type { Answers, DemarcheDefinition } from "@/lib/demarches/form";
import { getVersion } from "@/lib/demarches/queries/get-version";
import type { DemandeId } from "@/lib/shared/ids";
import { correctionOf, type Correction, type Filed } from "../revision/correction";
import { formContext, type DemandeContext } from "./form-context";
import { lockDemande, type LockedDemande } from "../moves/lock-demande";
import { findOpenRevision, lastFiled, type OpenRevision } from "../revision/open-revision";
import { canChange } from "../policy";
import type { StepSlug } from "../types/demande";

/** A demande whose form is open, locked by its owner. */
export type LockedDraft = {
  demande: LockedDemande;
  open: OpenRevision;
  definition: DemarcheDefinition;
  context: DemandeContext;
  /** What was last submitted; null for a first filing. */
  filed: Filed | null;
  /** In a correction, what the service named and what was submitted; null when everything may change. */
  correction: Correction | null;
};

/** Locks the demande and reads its open form. Null when its owner may not change it now; throws NotFound for anyone else. */
export async function lockDraft(tx: Tx, actor: Actor, demandeId: DemandeId): Promise<LockedDraft | null> {
  const demande = await lockDemande(tx, actor, demandeId);
  return canChange(actor, demande) ? readDraft(tx, demande) : null;
}

/** The open form of a locked demande; null when none is open. */
export async function readDraft(tx: Tx, demande: LockedDemande): Promise<LockedDraft | null> {
  const open = await findOpenRevision(tx, demande.id);
  if (!open) return null;
  const { definition } = await getVersion(demande.versionId, tx);
  const filed = await lastFiled(tx, demande);
  const context = await formContext(tx, demande.accountId, definition, filed);
  return { demande, open, definition, context, filed, correction: correctionOf(filed) };
}

/** Writes the answers of the open form; returns the edition that the pages must send back from now on. */
export async function writeAnswers(
  tx: Tx,
  { demande, open }: LockedDraft,
  answers: Answers,
  step?: StepSlug,
): Promise<number> {
  const now = clock.now();
  const edition = open.edition + 1;
  const written = await tx
    .update(demandeRevisions)
    .set({ answers, edition, updatedAt: now })
    .where(
      and(
        eq(demandeRevisions.demandeId, demande.id),
        eq(demandeRevisions.number, open.number),
        eq(demandeRevisions.edition, open.edition),
      ),
    )
    .returning({ edition: demandeRevisions.edition });
  if (written.length === 0) throw new Invariant("an open form changed under its lock");
  await tx
    .update(demandes)
    .set({ updatedAt: now, ...(step ? { step } : {}) })
    .where(eq(demandes.id, demande.id));
  return edition;
}

/** Says that the demande was touched, its answers unchanged. */
export async function touch(tx: Tx, demandeId: DemandeId): Promise<void> {
  await tx.update(demandes).set({ updatedAt: clock.now() }).where(eq(demandes.id, demandeId));
}
