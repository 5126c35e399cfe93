import { notificationKindLabels } from "@/lib/vocabulary/notification-kinds";

/** What each letter is about. A kind without words shows its code. */
const labels: Readonly<Record<string, string>> = {
  ...notificationKindLabels,
  "account.activation": "Lien de création de compte",
  "account.welcome": "Compte créé",
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
  "robot.code": "Code anti-robot",
};

export function mailKindLabel(kind: string): string {
  return labels[kind] ?? kind;
}
