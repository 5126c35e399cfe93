import { notificationKindLabels, notificationKinds, type NotificationKind } from "./notification-kinds";

/** Every letter that the portal writes, by whose it is: this decides what goes with an account that is deleted. */

/** Written for an account: the letter names it, whatever the address was at the time. */
export const accountMailKinds = [
  "account.activation",
  "account.welcome",
  "account.validated",
  "account.validation_refused",
  "account.changes_accepted",
  "account.changes_refused",
  "account.suspended",
  "account.reinstated",
  "account.recovery_asked",
  "account.recovery_refused",
  "account.recovery_confirmed",
  "account.frozen",
  "account.reopened",
  "account.username",
  "account.username_changed",
  "account.password",
  "account.password_changed",
  "account.sign_in_link",
  "account.email",
  "account.email_warning",
  "account.email_changed",
  "account.email_restored",
  "account.identity",
  "account.export_made",
  "account.idle",
  "account.deletion",
] as const;
export type AccountMailKind = (typeof accountMailKinds)[number];

/** About a demande: names the account that it was written to, or nobody when the demande has none. */
export type DemandeMailKind = NotificationKind | "demande.follow" | "demande.claimed" | "demande.contact";

/** What one administrator does, told to the others. */
const adminNoticeKinds = ["agent.access_given", "agent.admin_changed", "agent.recovery_notice"] as const;
export type AdminNoticeKind = (typeof adminNoticeKinds)[number];

const otherMailKinds = [
  ...adminNoticeKinds,
  "agent.invitation",
  "agent.second_factor",
  "agent.second_factor_set",
  "agent.browser",
  "agent.password_changed",
  "agent.recovery_codes",
  "agent.recovery_code_used",
  "agent.task_silent",
  "agent.disk_short",
  "robot.code",
  /** The last one: nothing is left of the account that it could belong to. */
  "account.deleted",
] as const;
/** Of no account: agents, whoever types an address, and the last letter. */
type OtherMailKind = (typeof otherMailKinds)[number];

export type MailKind = AccountMailKind | DemandeMailKind | OtherMailKind;

export const mailKindLabels: Record<MailKind, string> = {
  ...notificationKindLabels,
  "demande.follow": "Lien de suivi d’une demande",
  "demande.claimed": "Demande rattachée à un compte",
  "demande.contact": "Courriel du demandeur corrigé",
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
  "account.frozen": "Compte gelé, aux deux parties",
  "account.reopened": "Compte gelé rouvert",
  "account.username": "Rappel de l’identifiant",
  "account.username_changed": "Identifiant modifié",
  "account.password": "Lien de nouveau mot de passe",
  "account.password_changed": "Mot de passe modifié",
  "account.sign_in_link": "Lien de connexion",
  "account.email": "Lien de changement de courriel",
  "account.email_warning": "Changement de courriel demandé",
  "account.email_changed": "Courriel modifié",
  "account.email_restored": "Ancien courriel rétabli",
  "account.identity": "Identité FranceConnect",
  "account.export_made": "Copie des données prête",
  "account.idle": "Compte bientôt supprimé faute d’usage",
  "account.deletion": "Lien de suppression du compte",
  "account.deleted": "Compte supprimé",
  "agent.invitation": "Lien d’accès d’un agent",
  "agent.second_factor": "Lien de second facteur d’un agent",
  "agent.second_factor_set": "Second facteur d’un agent remplacé",
  "agent.browser": "Lien de reconnaissance d’un navigateur d’agent",
  "agent.password_changed": "Mot de passe d’un agent modifié",
  "agent.recovery_codes": "Codes de secours d’un agent renouvelés",
  "agent.recovery_code_used": "Code de secours utilisé",
  "agent.access_given": "Accès donné à un agent",
  "agent.admin_changed": "Administrateur nommé ou retiré",
  "agent.recovery_notice": "Récupération d’un compte, signalée aux administrateurs",
  "agent.task_silent": "Tâche du portail en panne",
  "agent.disk_short": "Place qui manque sur le disque",
  "robot.code": "Code anti-robot",
};

/** What a letter is about. A kind that the portal no longer writes shows its code. */
export function mailKindLabel(kind: string): string {
  return Object.entries(mailKindLabels).find(([known]) => known === kind)?.[1] ?? kind;
}

/** At an address without account: the letters about a demande that anybody may cause by typing that address. */
export const askedMailKinds: readonly DemandeMailKind[] = ["demande.received", "demande.claimed", "demande.contact"];
/** There too: those by which a service answers. */
const answeredMailKinds: readonly DemandeMailKind[] = notificationKinds.filter(
  (kind) => !askedMailKinds.includes(kind),
);

/**
 * The letters with which one to an address without account is counted: a flood of those that anybody causes never holds back
 * what a service answers. Null for those that open something: whoever asks for one has limits of their own, and waits for it.
 */
export function lotOf(kind: MailKind): readonly DemandeMailKind[] | null {
  return [askedMailKinds, answeredMailKinds].find((lot) => lot.some((one) => one === kind)) ?? null;
}
