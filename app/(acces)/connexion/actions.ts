"use server";

import { signIn } from "@/lib/accounts/commands/sign-in";
import { signInSchema } from "@/lib/accounts/schema/citizen";
import { currentDevice } from "@/lib/web/session/device";
import { formAction } from "@/lib/web/form/form-action";
import { keepSignedIn, readKnownDevices } from "@/lib/web/session/known-devices";
import { doorLimit } from "@/lib/web/form/limits";
import { readSignedPath } from "@/lib/web/route/return-path";
import { waitSentence } from "@/lib/web/form/wait-sentence";

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
