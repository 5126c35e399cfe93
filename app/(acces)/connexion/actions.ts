"use server";

import { signIn } from "@/lib/accounts/commands/sign-in";
import { signInSchema } from "@/lib/accounts/schema";
import { currentDevice } from "@/lib/web/device";
import { formAction } from "@/lib/web/form-action";
import { keepSignedIn, readKnownDevices } from "@/lib/web/known-devices";
import { doorLimit } from "@/lib/web/limits";
import { readSignedPath } from "@/lib/web/return-path";
import { waitSentence } from "@/lib/web/wait-sentence";

/** F38: from the sign-in page or the box of the home page, with JavaScript or without. */
export const signInAction = formAction({
  name: "sign-in",
  who: "anyone",
  limit: doorLimit,
  schema: signInSchema,
  run: async (actor, input) => signIn(actor, input, await currentDevice(), await readKnownDevices()),
  refusals: {
    bad_credentials:
      "L’identifiant, le courriel ou le mot de passe n’est pas le bon. Vérifiez-les. Si vous en êtes sûr, connectez-vous par un lien, ou choisissez un nouveau mot de passe avec « Mot de passe oublié ».",
    delayed: waitSentence,
  },
  onDone: async (session, { retour }) => {
    await keepSignedIn("session", session);
    return readSignedPath(retour) ?? "/espace";
  },
});
