"use server";

import { askSignInLink } from "@/lib/accounts/commands/sign-in-link";
import { signInLinkSchema } from "@/lib/accounts/schema";
import { askLetterAction } from "@/lib/web/ask-letter";
import { readSignedPath } from "@/lib/web/return-path";

export const askSignInLinkAction = askLetterAction({
  name: "ask-sign-in-link",
  schema: signInLinkSchema,
  run: (actor, { identifier, retour }) =>
    askSignInLink(actor, { identifier, returnTo: readSignedPath(retour) ?? undefined }),
  page: "/connexion/lien",
});
