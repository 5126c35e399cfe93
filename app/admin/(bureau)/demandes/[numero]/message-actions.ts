"use server";

import type { Route } from "next";
import { z } from "zod";
import { readMessages } from "@/lib/messages/commands/read-messages";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { readMessagesSchema, sendMessageSchema } from "@/lib/messages/schema";
import { formAction } from "@/lib/web/form/form-action";

/** The page to come back to. */
const place = { number: z.string().regex(/^\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/) };
const threadOf = (number: string) => `/admin/demandes/${number}` as Route;

export const sendMessageAction = formAction({
  name: "agent-message",
  who: "agent",
  schema: sendMessageSchema.extend(place),
  run: sendMessage,
  refusals: {
    closed: "Les échanges sont fermés pour cette demande.",
    too_many: "Trop de messages attendent déjà une réponse.",
  },
  onDone: (_value, { number }) => ({
    to: threadOf(number),
    message: "Votre message est envoyé. L’usager en est prévenu.",
  }),
});

export const markReadAction = formAction({
  name: "agent-messages-read",
  who: "agent",
  schema: readMessagesSchema.extend(place),
  run: readMessages,
  refusals: {},
  onDone: (_value, { number }) => ({ to: threadOf(number), message: "Les messages sont marqués comme lus." }),
});
