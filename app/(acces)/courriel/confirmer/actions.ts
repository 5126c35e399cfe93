"use server";

import { confirmEmailChange } from "@/lib/accounts/commands/change-email";
import { linkSchema } from "@/lib/accounts/schema/citizen";
import { formAction } from "@/lib/web/form/form-action";
import { linkLimit } from "@/lib/web/form/limits";
import { expiredSentence } from "@/lib/vocabulary/tokens";

const restart = "Recommencez depuis la gestion de votre compte.";

/** Uses the link up: the new address signs in from now on. */
export const confirmEmailChangeAction = formAction({
  name: "confirm-email-change",
  who: "anyone",
  limit: linkLimit,
  schema: linkSchema,
  run: (actor, input) => confirmEmailChange(actor, input),
  refusals: {
    expired: `${expiredSentence("email_change")} ${restart}`,
    used: "Ce lien a déjà servi : votre nouveau courriel est confirmé.",
    unknown: `Ce lien n’est pas reconnu. ${restart}`,
    taken: `Cette adresse a maintenant un autre compte. ${restart}`,
    recovery_waits:
      "Une personne a demandé à un agent de remplacer l’adresse de ce compte : elle ne peut pas changer avant qu’il en soit décidé. Si ce n’est pas vous, arrêtez cette demande avec le lien reçu à l’adresse du compte.",
  },
  // Who is signed in would be sent on from the sign-in page, and the message lost.
  onDone: (_value, _input, actor) => ({
    to: actor.kind === "citizen" ? "/espace/compte" : "/connexion",
    message: "Votre nouveau courriel est confirmé. Il sert maintenant à vous connecter.",
  }),
});
