"use server";

import type { Route } from "next";
import { z } from "zod";
import { discardRevision, openRevision } from "@/lib/demandes/commands/open-revision";
import { withdrawDemande } from "@/lib/demandes/commands/withdraw-demande";
import { onlyDemandeSchema, withdrawDemandeSchema } from "@/lib/demandes/schema/citizen";
import { readMessages } from "@/lib/messages/commands/read-messages";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { readMessagesSchema, sendMessageSchema } from "@/lib/messages/schema";
import { idOf } from "@/lib/shared/form-schema";
import type { MessageId } from "@/lib/shared/ids";
import { formAction } from "@/lib/web/form/form-action";

/** Where the demande is followed: with an account, or by its number. */
const base = z.string().regex(/^\/(espace\/demandes|suivi)\/[0-9A-Z-]{8,20}$/);
const withBase = { base };
const taken =
  "Un agent a pris en charge votre demande : elle ne peut plus être modifiée. Rechargez la page pour voir où elle en est.";

/** « Modifier », « Commencer la correction »: the steps open again on a copy; what was sent stays as it is. */
export const openRevisionAction = formAction({
  name: "open-revision",
  who: "visitor",
  schema: onlyDemandeSchema,
  run: openRevision,
  refusals: { not_editable: taken },
  onDone: ({ demandeId }) => `/demandes/${demandeId}/informations` as Route,
});

export const discardRevisionAction = formAction({
  name: "discard-revision",
  who: "visitor",
  schema: onlyDemandeSchema.extend(withBase),
  run: discardRevision,
  refusals: { not_editable: taken },
  onDone: (_value, { base }) => ({
    to: `${base}/historique` as Route,
    message: "Vos changements sont abandonnés. La demande reste telle que vous l’aviez envoyée.",
  }),
});

/** F94. */
export const withdrawDemandeAction = formAction({
  name: "withdraw-demande",
  who: "visitor",
  schema: withdrawDemandeSchema.extend(withBase),
  run: withdrawDemande,
  refusals: {
    already_decided:
      "Cette demande ne peut plus être annulée : le service a tout ce qu’il lui faut pour la traiter, ou il y a déjà répondu.",
  },
  onDone: (_value, { base }) => ({
    to: `${base}/historique` as Route,
    message: "Votre demande est annulée. Le service en est informé.",
  }),
});

/** F108: from « Non lu » to « Lu ». */
export const readMessagesAction = formAction({
  name: "read-messages",
  who: "visitor",
  schema: readMessagesSchema.extend({ ...withBase, messageId: idOf<MessageId>() }),
  run: readMessages,
  refusals: {},
  onDone: (_value, { base, messageId }) => ({
    to: `${base}/echanges#message-${messageId}` as Route,
    message: "Vos messages sont marqués comme lus.",
  }),
});

/** F83, F103. */
export const sendMessageAction = formAction({
  name: "send-message",
  who: "visitor",
  limit: { max: 20, windowSeconds: 60 },
  schema: sendMessageSchema.extend(withBase),
  run: sendMessage,
  refusals: {
    closed: "Les échanges sont fermés pour cette demande.",
    too_many: "Vous avez envoyé beaucoup de messages. Attendez la réponse du service avant d’en envoyer un autre.",
  },
  onDone: (_value, { base }) => ({ to: `${base}/echanges` as Route, message: "Votre message est envoyé au service." }),
});
