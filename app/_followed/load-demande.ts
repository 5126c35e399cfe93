import { notFound } from "next/navigation";
import { cache } from "react";
import { findDemande } from "@/lib/demandes/queries/find-demande";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { summarise } from "@/lib/demarches/summary";
import { currentVisitor, requireCitizen } from "@/lib/web/session/current-actor";

/** The demande of an address of the space, for the person signed in. */
export const loadOwnDemande = cache(async (numero: string): Promise<DemandeView> => {
  await requireCitizen();
  return loadDemande(numero);
});

/** The demande of this number, for whoever may read it: the account, or the device that opened its link. */
export const loadDemande = cache(async (numero: string): Promise<DemandeView> => {
  return (await findDemande(await currentVisitor(), decodeURIComponent(numero))) ?? notFound();
});

export function summaryOf({ definition, answers, attachments, context }: DemandeView) {
  return summarise(definition, answers, attachments, context);
}
