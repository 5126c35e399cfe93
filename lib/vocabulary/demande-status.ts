/** The nine states of a demande (F50). No tenth is ever added: a démarche may only relabel these. */
export const demandeStatuses = [
  "draft",
  "pending",
  "in_progress",
  "incomplete",
  "rectified",
  "complete",
  "rejected",
  "cancelled",
  "validated",
] as const;

export type DemandeStatus = (typeof demandeStatuses)[number];

/** Whether it has one of the places of a quota: from its filing on, unless it is refused or cancelled. */
export function holdsPlace(status: DemandeStatus): boolean {
  return status !== "draft" && status !== "cancelled" && status !== "rejected";
}

/** Label on the citizen's and the agent's screens. */
export const demandeStatusLabels: Record<DemandeStatus, string> = {
  draft: "Brouillon",
  pending: "En attente",
  in_progress: "En traitement",
  incomplete: "Incomplet",
  rectified: "Rectifié",
  complete: "Complet",
  rejected: "Rejeté",
  cancelled: "Annulé",
  validated: "Validé",
};

/** The sentence of meaning, shown to the citizen beside the label. */
export const demandeStatusSentences: Record<DemandeStatus, string> = {
  draft: "Vous n’avez pas encore soumis cette demande.",
  pending: "Vous avez soumis votre demande, un agent va la prendre en charge.",
  in_progress: "Un agent a pris en charge votre demande.",
  incomplete: "L’agent instructeur a décelé des manques dans votre demande.",
  rectified: "Une action rectificative a été apportée à votre demande.",
  complete: "Tous les éléments nécessaires au traitement de votre demande sont présents, elle suit son cours.",
  rejected: "L’agent instructeur a rejeté votre demande.",
  cancelled: "L’agent instructeur a annulé votre demande.",
  validated: "Votre demande a été validée, le résultat doit vous parvenir.",
};

/** T6: a demande that its owner withdrew says so. */
export const cancelledByCitizenSentence = "Vous avez annulé votre demande.";
