import type { LetterKind } from "../kinds";

/**
 * The letters that a town may say in its own words. Not those by which one person, or one administrator, is warned of what another
 * does: whoever could reword them could hide it. Nor the agents' own, nor those that ask whose a mailbox is.
 */
export const wordedLabels = {
  "account.activation": "Lien de création de compte",
  "account.already_registered": "Compte déjà existant",
  "account.welcome": "Compte créé",
  "account.validated": "Compte validé",
  "account.validation_refused": "Validation du compte refusée",
  "account.changes_accepted": "Modification du compte acceptée",
  "account.changes_refused": "Modification du compte refusée",
  "account.export_made": "Copie des données prête",
  "account.idle": "Compte bientôt supprimé faute d’usage",
  "demande.filed": "Accusé de réception d’une demande",
  "demande.changed": "Demande modifiée",
  "demande.corrected": "Corrections reçues",
  "demande.filed_together": "Accusé de réception de plusieurs demandes",
  "demande.withdrawn": "Demande annulée par la personne",
  "demande.taken": "Demande prise en charge",
  "demande.complete": "Demande complète",
  "demande.incomplete": "Demande à compléter",
  "demande.validated": "Demande acceptée",
  "demande.rejected": "Demande refusée",
  "demande.cancelled": "Demande annulée par l’administration",
  "demande.reopened": "Demande rouverte",
  "demande.handed_over": "Demande confiée à un autre service",
  "demande.message": "Message du service",
  "demande.follow": "Lien de suivi d’une demande",
  "demande.draft_link": "Lien d’un brouillon",
  "draft.expiring": "Brouillon bientôt effacé",
} as const satisfies Partial<Record<LetterKind, string>>;

export type WordedKind = keyof typeof wordedLabels;

export const wordedKinds = Object.keys(wordedLabels) as WordedKind[];

export function isWorded(kind: string): kind is WordedKind {
  return Object.hasOwn(wordedLabels, kind);
}

/** Whether it is about a démarche, and may be said otherwise for one of them. */
export function isOfDemarche(kind: WordedKind): boolean {
  return !kind.startsWith("account.");
}
