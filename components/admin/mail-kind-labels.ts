import { notificationKindLabels } from "@/lib/vocabulary/notification-kinds";

/** What each letter is about. A kind without words shows its code. */
const labels: Readonly<Record<string, string>> = {
  ...notificationKindLabels,
  "account.activation": "Lien de création de compte",
  "account.welcome": "Compte créé",
  "account.validated": "Compte validé par un agent",
  "account.validation_refused": "Validation du compte refusée",
  "account.changes_accepted": "Modification du compte acceptée",
  "account.changes_refused": "Modification du compte refusée",
  "account.suspended": "Compte suspendu",
  "account.reinstated": "Suspension du compte levée",
  "account.recovery_asked": "Récupération du compte demandée",
  "account.recovery_refused": "Récupération du compte refusée",
  "account.recovery_confirmed": "Récupération du compte confirmée",
  "account.username": "Rappel de l’identifiant",
  "account.password": "Lien de nouveau mot de passe",
  "account.password_changed": "Mot de passe modifié",
  "account.email": "Lien de changement de courriel",
  "account.sign_in_link": "Lien de connexion",
  "account.username_changed": "Identifiant modifié",
  "account.email_changed": "Courriel modifié",
  "account.email_restored": "Ancien courriel rétabli",
  "account.email_warning": "Changement de courriel demandé",
  "account.identity": "Identité FranceConnect",
  "agent.invitation": "Lien d’accès d’un agent",
  "agent.second_factor": "Lien de second facteur d’un agent",
  "agent.second_factor_set": "Second facteur d’un agent remplacé",
  "agent.password_changed": "Mot de passe d’un agent modifié",
  "agent.recovery_codes": "Codes de secours d’un agent renouvelés",
  "agent.recovery_code_used": "Code de secours utilisé",
  "robot.code": "Code anti-robot",
};

export function mailKindLabel(kind: string): string {
  return labels[kind] ?? kind;
}
