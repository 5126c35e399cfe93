"use server";

import { askBrowserLink } from "@/lib/staff/commands/recognise-browser";
import { askBrowserLinkSchema } from "@/lib/staff/schema";
import { askLetterAction } from "@/lib/web/form/ask-letter-action";

export const askBrowserLinkAction = askLetterAction({
  name: "ask-agent-browser-link",
  schema: askBrowserLinkSchema,
  run: askBrowserLink,
  page: "/admin/connexion/navigateur",
});
