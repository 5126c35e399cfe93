import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { findDemandeById } from "@/lib/demandes/queries/find-demande";
import { findDraft } from "@/lib/demandes/queries/find-draft";
import type { DraftView } from "@/lib/demandes/types/demande";
import { summarise } from "@/lib/demarches/summary";
import { isId, type DemandeId } from "@/lib/shared/ids";
import { currentVisitor } from "@/lib/web/session/current-actor";

/** The draft of an address. One already submitted leads to its confirmation: the way back of the browser stays useful. */
export const loadDraft = cache(async (id: string): Promise<DraftView> => {
  if (!isId(id)) notFound();
  const actor = await currentVisitor();
  const draft = await findDraft(actor, id as DemandeId);
  if (draft) return draft;
  const demande = await findDemandeById(actor, id as DemandeId);
  if (!demande) notFound();
  redirect(`/demandes/${id}/confirmation`);
});

/** What was answered so far, section by section. */
export function summaryOf({ definition, answers, attachments, context }: DraftView) {
  return summarise(definition, answers, attachments, context);
}
