/** What the portal tells a person about their demandes (F46, F122, F129). */
export const notificationKinds = [
  "demande.received",
  "demande.incomplete",
  "demande.decided",
  "demande.handed_over",
  "demande.status",
  "demande.message",
  "draft.expiring",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** As « Mes préférences » lists them (F130). */
export const notificationKindLabels: Record<NotificationKind, string> = {
  "demande.received": "Accusé de réception d’une demande",
  "demande.incomplete": "Demande à compléter ou à corriger",
  "demande.decided": "Décision sur une demande et mise à disposition de la réponse",
  "demande.handed_over": "Demande confiée à un autre service",
  "demande.status": "Autre changement d’état d’une demande",
  "demande.message": "Message d’un agent au sujet d’une demande",
  "draft.expiring": "Brouillon bientôt effacé",
};

/** Optional ones: their e-mail may be declined. The law owes acknowledgements, requests to complete, decisions, and the word of who answers now. */
export const optionalNotificationKinds = [
  "demande.status",
  "demande.message",
  "draft.expiring",
] as const satisfies readonly NotificationKind[];

export function isOptionalNotification(kind: NotificationKind): boolean {
  return optionalNotificationKinds.some((optional) => optional === kind);
}
