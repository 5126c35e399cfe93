"use server";

import { askSignInLink } from "@/lib/accounts/commands/sign-in-link";
import { signInLinkSchema } from "@/lib/accounts/schema";
import { inEvenTime } from "@/lib/web/even-time";
import { formAction } from "@/lib/web/form-action";
import { readSignedPath } from "@/lib/web/return-path";

/** The same answer, after the same time, whether or not the account exists. */
export const askSignInLinkAction = formAction({
  name: "ask-sign-in-link",
  who: "anyone",
  limit: { max: 10, windowSeconds: 600 },
  schema: signInLinkSchema,
  run: (actor, { identifier, retour }) =>
    inEvenTime(() => askSignInLink(actor, { identifier, returnTo: readSignedPath(retour) ?? undefined })),
  refusals: {},
  onDone: () => "/connexion/lien?envoye=oui",
});
