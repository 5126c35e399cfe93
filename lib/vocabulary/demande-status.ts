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

/** What a demande keeps from others while it is in some states: one of the places of a quota. */
export type Holding = "place";

/** From its filing on, unless it is refused or cancelled. A state or a thing held more breaks the build until it is said here. */
const holdings: Record<DemandeStatus, Readonly<Record<Holding, boolean>>> = {
  draft: { place: false },
  pending: { place: true },
  in_progress: { place: true },
  incomplete: { place: true },
  rectified: { place: true },
  complete: { place: true },
  rejected: { place: false },
  cancelled: { place: false },
  validated: { place: true },
};

export function holds(status: DemandeStatus, holding: Holding): boolean {
  return holdings[status][holding];
}

/** The states that hold it, in their order. */
export function statusesHolding(holding: Holding): readonly DemandeStatus[] {
  return demandeStatuses.filter((status) => holds(status, holding));
}

/** Whether the service is expected to act, and its delay runs: it waits for the author while something is missing (CRPA, art. L. 114-5). */
const awaitsService: Record<DemandeStatus, boolean> = {
  draft: false,
  pending: true,
  in_progress: true,
  incomplete: false,
  rectified: true,
  complete: true,
  rejected: false,
  cancelled: false,
  validated: false,
};

export function isWaiting(status: DemandeStatus): boolean {
  return awaitsService[status];
}

/** The states in which the service is expected to act. The index of late demandes holds these alone (db/schema/demandes.ts). */
export const waitingStatuses: readonly DemandeStatus[] = demandeStatuses.filter(isWaiting);

/** Every state but the draft. */
export const filedStatuses: readonly DemandeStatus[] = demandeStatuses.filter((status) => status !== "draft");

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
