"use server";

import { linkIdentity } from "@/lib/accounts/commands/link-identity";
import { unlinkIdentity } from "@/lib/accounts/commands/unlink-identity";
import { linkIdentitySchema } from "@/lib/accounts/schema/identity";
import { formAction } from "@/lib/web/form/form-action";
import { dropProved, requireProved } from "@/lib/web/identity/france-connect";
import { waitSentence } from "@/lib/web/form/wait-sentence";
import { z } from "zod";

/** Links the identity just proved to the account that is open. */
export const linkHereAction = formAction({
  name: "franceconnect-link-here",
  who: "citizen",
  limit: { max: 20, windowSeconds: 60 },
  schema: linkIdentitySchema,
  run: async (actor, input) => linkIdentity(actor, input, await requireProved()),
  refusals: {
    wrong_password: { field: "currentPassword", message: "Ce n’est pas votre mot de passe actuel." },
    not_linkable: "Cette identité FranceConnect ne peut pas être liée à ce compte.",
    delayed: waitSentence,
  },
  onDone: async () => {
    await dropProved();
    return { to: "/espace/compte/franceconnect", message: "FranceConnect est lié à votre compte." };
  },
});

export const unlinkAction = formAction({
  name: "franceconnect-unlink",
  who: "citizen",
  schema: z.object({}),
  run: (actor) => unlinkIdentity(actor),
  refusals: {
    not_linked: "FranceConnect n’est pas lié à votre compte.",
    no_password:
      "FranceConnect est la seule façon d’ouvrir ce compte. Choisissez d’abord un mot de passe, par la page « Mot de passe oublié ».",
  },
  onDone: () => ({ to: "/espace/compte/franceconnect", message: "FranceConnect n’est plus lié à votre compte." }),
});
