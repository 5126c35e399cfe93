"use server";

import { linkAndSignIn } from "@/lib/accounts/commands/link-identity";
import { askIdentityLink } from "@/lib/accounts/commands/link-identity-by-mail";
import { signInSchema } from "@/lib/accounts/schema/citizen";
import { identityEmailSchema } from "@/lib/accounts/schema/identity";
import { done } from "@/lib/shared/result";
import { currentDevice } from "@/lib/web/session/device";
import { hideTimeTaken } from "@/lib/web/form/hide-time-taken";
import { formAction } from "@/lib/web/form/form-action";
import { dropProved, requireProved } from "@/lib/web/identity/france-connect";
import { keepSignedIn, readKnownDevices } from "@/lib/web/session/known-devices";
import { doorLimit, letterLimit } from "@/lib/web/form/limits";
import { waitSentence } from "@/lib/web/form/wait-sentence";

/** The password proves the account; the cookie sealed at the return proves the identity. */
export const linkByPasswordAction = formAction({
  name: "franceconnect-link",
  who: "anyone",
  limit: doorLimit,
  schema: signInSchema,
  run: async (actor, input) => {
    const identity = await requireProved();
    const result = await linkAndSignIn(actor, input, identity, await currentDevice(), await readKnownDevices());
    return result.ok ? done({ session: result.value, next: identity.next }) : result;
  },
  refusals: {
    wrong_password:
      "L’identifiant, le courriel ou le mot de passe n’est pas le bon. Vérifiez-les, ou recevez un lien par courriel.",
    not_linkable:
      "Cette identité FranceConnect ne peut pas être liée à ce compte. Connectez-vous à votre compte pour voir s’il est déjà lié.",
    delayed: waitSentence,
  },
  onDone: async ({ session, next }) => {
    await keepSignedIn("session", session);
    await dropProved();
    return { to: next ?? "/espace", message: "FranceConnect est lié à votre compte." };
  },
});

/** The page that follows is the same whether or not the address has an account. */
export const linkByMailAction = formAction({
  name: "franceconnect-link-mail",
  who: "anyone",
  limit: letterLimit,
  schema: identityEmailSchema,
  run: async (actor, input) => {
    const identity = await requireProved();
    return hideTimeTaken(() => askIdentityLink(actor, input, identity));
  },
  refusals: {},
  onDone: () => "/franceconnect/courriel-envoye",
});
