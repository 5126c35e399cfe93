"use server";

import { restoreEmail } from "@/lib/accounts/commands/restore-email";
import { linkSchema } from "@/lib/accounts/schema/citizen";
import { formAction } from "@/lib/web/form/form-action";
import { linkLimit } from "@/lib/web/form/limits";
import { expiredSentence } from "@/lib/vocabulary/tokens";

const contact = "Contactez le service dont l’adresse figure en bas de page.";

/** Uses the way back up: the old address is that of the account again, or the account is frozen; everybody is signed out. */
export const restoreEmailAction = formAction({
  name: "restore-email",
  who: "anyone",
  limit: linkLimit,
  schema: linkSchema,
  run: (actor, input) => restoreEmail(actor, input),
  refusals: {
    expired: `${expiredSentence("email_restore")} ${contact}`,
    used: "Ce lien a déjà servi : votre courriel est rétabli. Choisissez un nouveau mot de passe avec le lien que vous avez reçu.",
    unknown: `Ce lien n’est pas reconnu. ${contact}`,
    taken: `Cette adresse est maintenant celle d’un autre compte. ${contact}`,
  },
  onDone: (outcome) => (outcome === "frozen" ? "/courriel/retablir?fait=gel" : "/courriel/retablir?fait=oui"),
});
