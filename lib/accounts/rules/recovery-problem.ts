/** Why an agent may not confirm a recovery, whenever they ask; the delay is said apart. */
export type RecoveryProblem =
  "own_recovery" | "changed_meanwhile" | "asker_gone" | "came_after" | "not_independent" | "admin_needed";

/** Said beside the recovery before anybody presses, and again to whoever presses on a page that is no longer true. */
export const recoveryProblemSentences: Record<RecoveryProblem, string> = {
  own_recovery: "Vous avez fait cette demande : un autre agent ou un administrateur doit la confirmer.",
  changed_meanwhile:
    "Cette demande ne peut plus être confirmée : le compte a changé depuis, ou elle a attendu trop longtemps. Si la personne revient, refaites-la.",
  asker_gone:
    "L’agent qui a fait cette demande n’est plus en poste. Refusez-la, puis faites-la à nouveau si la personne revient.",
  came_after: "Un autre agent doit la confirmer : vous êtes arrivé après que cette demande a été faite.",
  not_independent:
    "Un autre agent doit la confirmer : moins de 30\u00A0jours avant cette demande, l’un de vous deux a reçu son accès de l’autre, ou vous l’avez reçu tous deux de la même personne.",
  admin_needed:
    "Un administrateur doit la confirmer : l’ancienne adresse ne pourra pas l’arrêter, et c’est un agent qui l’a faite.",
};
