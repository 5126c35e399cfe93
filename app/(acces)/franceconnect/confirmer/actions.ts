"use server";

import { confirmIdentityLink } from "@/lib/accounts/commands/link-identity-by-mail";
import { linkSchema } from "@/lib/accounts/schema/citizen";
import { done } from "@/lib/shared/result";
import { currentDevice } from "@/lib/web/session/device";
import { formAction } from "@/lib/web/form/form-action";
import { dropProved, readProved } from "@/lib/web/identity/france-connect";
import { keepSignedIn } from "@/lib/web/session/known-devices";
import { linkLimit } from "@/lib/web/form/limits";
import { expiredSentence, tokenLifetime } from "@/lib/vocabulary/tokens";

/** Uses the link up: mailbox and identity, both proved, in one browser. */
export const confirmLinkAction = formAction({
  name: "franceconnect-confirm",
  who: "anyone",
  limit: linkLimit,
  schema: linkSchema,
  run: async (actor, input) => {
    const identity = await readProved();
    const result = await confirmIdentityLink(actor, input, identity, await currentDevice());
    return result.ok ? done({ session: result.value, next: identity?.next ?? null }) : result;
  },
  refusals: {
    expired: expiredSentence("identity_link"),
    used: "Ce lien a déjà servi : connectez-vous avec FranceConnect.",
    unknown: "Ce lien n’est pas reconnu. Copiez-le en entier depuis le courriel.",
    other_browser: `Ce navigateur n’est pas celui où vous vous êtes identifié avec FranceConnect, ou il y a plus de ${tokenLifetime("identity_link")}. Ouvrez le lien dans l’autre, ou recommencez depuis la page de connexion.`,
    not_linkable: "Cette identité FranceConnect ne peut pas être liée à ce compte.",
  },
  onDone: async ({ session, next }) => {
    await keepSignedIn("session", session);
    await dropProved();
    return { to: next ?? "/espace", message: "FranceConnect est lié à votre compte." };
  },
});
