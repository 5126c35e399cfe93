"use server";

import { askBrowserLink } from "@/lib/organisation/commands/recognise-browser";
import { askBrowserLinkSchema } from "@/lib/organisation/schema";
import { askLetterAction } from "@/lib/web/ask-letter";

export const askBrowserLinkAction = askLetterAction({
  name: "ask-agent-browser-link",
  schema: askBrowserLinkSchema,
  run: askBrowserLink,
  page: "/admin/connexion/navigateur",
});
