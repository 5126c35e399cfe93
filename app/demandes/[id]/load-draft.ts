import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { findDemandeById } from "@/lib/demandes/queries/find-demande";
import { findDraft } from "@/lib/demandes/queries/find-draft";
import type { DemandeView, DraftView } from "@/lib/demandes/types/demande";
import { summarise } from "@/lib/demarches/summary";
import { isId, type DemandeId } from "@/lib/shared/ids";
import { isRefusedRequest } from "@/lib/web/form/refused-request";
import { currentVisitor } from "@/lib/web/session/current-actor";

/**
 * The draft of an address. One already submitted leads to its confirmation: the way back of the browser stays useful. A change
 * refused without JavaScript, because an agent acted meanwhile, leads to the page that says so: it is no confirmation.
 */
export const loadDraft = cache(async (id: string): Promise<DraftView> => {
  if (!isId(id)) notFound();
  const actor = await currentVisitor();
  const draft = await findDraft(actor, id as DemandeId);
  if (draft) return draft;
  const demande = await findDemandeById(actor, id as DemandeId);
  if (!demande) notFound();
  const isLost = !isAsSent[demande.status] && (await isRefusedRequest());
  if (!isLost) redirect(`/demandes/${id}/confirmation`);
  redirect(`${actor.kind === "citizen" ? "/espace/demandes" : "/suivi"}/${demande.number}/modifier` as Route);
});

/** Nobody has touched it since its owner sent it: what is refused then is a second press. */
const isAsSent: Record<DemandeView["status"], boolean> = {
  ...{ draft: true, pending: true, rectified: true },
  ...{ in_progress: false, incomplete: false, complete: false, validated: false, rejected: false, cancelled: false },
};

/** What was answered so far, section by section. */
export function summaryOf({ definition, answers, attachments, context }: DraftView) {
  return summarise(definition, answers, attachments, context);
}
