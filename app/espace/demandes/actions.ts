"use server";

import type { Route } from "next";
import { z } from "zod";
import { discardRevision, openRevision } from "@/lib/demandes/commands/open-revision";
import { withdrawDemande } from "@/lib/demandes/commands/withdraw-demande";
import { onlyDemandeSchema, withdrawDemandeSchema } from "@/lib/demandes/schema";
import { readMessages } from "@/lib/messages/commands/read-messages";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { readMessagesSchema, sendMessageSchema } from "@/lib/messages/schema";
import { done } from "@/lib/shared/result";
import { currentVisitor } from "@/lib/web/current-actor";
import { formAction } from "@/lib/web/form-action";

/** Where the demande is followed: with an account, or by its number. */
const base = z.string().regex(/^\/(espace\/demandes|suivi)\/[0-9A-Z-]{8,20}$/);
const withBase = { base };
const taken =
  "Un agent a pris en charge votre demande : elle ne peut plus être modifiée. Rechargez la page pour voir où elle en est.";

/** « Modifier », « Commencer la correction »: the steps open again on a copy; what was sent stays as it is. */
export const openRevisionAction = formAction({
  name: "open-revision",
  who: "anyone",
  schema: onlyDemandeSchema,
  run: async (_actor, input) => openRevision(await currentVisitor(), input),
  refusals: { not_editable: taken },
  onDone: ({ demandeId }) => `/demandes/${demandeId}/informations` as Route,
});

export const discardRevisionAction = formAction({
  name: "discard-revision",
  who: "anyone",
  schema: onlyDemandeSchema.extend(withBase),
  run: async (_actor, input) => {
    const result = await discardRevision(await currentVisitor(), input);
    return result.ok ? done(input) : result;
  },
  refusals: { not_editable: taken },
  onDone: (input) => ({
    to: `${input.base}/historique` as Route,
    message: "Vos changements sont abandonnés. La demande reste telle que vous l’aviez envoyée.",
  }),
});

/** F94. */
export const withdrawDemandeAction = formAction({
  name: "withdraw-demande",
  who: "anyone",
  schema: withdrawDemandeSchema.extend(withBase),
  run: async (_actor, input) => {
    const result = await withdrawDemande(await currentVisitor(), input);
    return result.ok ? done(input) : result;
  },
  refusals: { already_decided: "Le service a déjà donné sa réponse : cette demande ne peut plus être annulée." },
  onDone: (input) => ({
    to: `${input.base}/historique` as Route,
    message: "Votre demande est annulée. Le service en est informé.",
  }),
});

/** F108: from « Non lu » to « Lu ». */
export const readMessagesAction = formAction({
  name: "read-messages",
  who: "anyone",
  schema: readMessagesSchema.extend(withBase),
  run: async (_actor, input) => {
    const result = await readMessages(await currentVisitor(), input);
    return result.ok ? done(input) : result;
  },
  refusals: {},
  onDone: (input) => `${input.base}/echanges` as Route,
});

/** F83, F103. */
export const sendMessageAction = formAction({
  name: "send-message",
  who: "anyone",
  limit: { max: 20, windowSeconds: 60 },
  schema: sendMessageSchema.extend(withBase),
  run: async (_actor, input) => {
    const result = await sendMessage(await currentVisitor(), input);
    return result.ok ? done(input) : result;
  },
  refusals: {
    closed: "Les échanges sont fermés pour cette demande.",
    too_many: "Vous avez envoyé beaucoup de messages. Attendez la réponse du service avant d’en envoyer un autre.",
  },
  onDone: (input) => ({ to: `${input.base}/echanges` as Route, message: "Votre message est envoyé au service." }),
});
