"use server";

import { askSignInLink } from "@/lib/accounts/commands/open-sign-in-link";
import { signInLinkSchema } from "@/lib/accounts/schema/citizen";
import { askLetterAction } from "@/lib/web/form/ask-letter-action";
import { readSignedPath } from "@/lib/web/route/return-path";

export const askSignInLinkAction = askLetterAction({
  name: "ask-sign-in-link",
  schema: signInLinkSchema,
  run: (actor, { identifier, retour }) =>
    askSignInLink(actor, { identifier, returnTo: readSignedPath(retour) ?? undefined }),
  page: "/connexion/lien",
});
