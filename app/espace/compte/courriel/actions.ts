"use server";

import { askEmailChange } from "@/lib/accounts/commands/change-email";
import { changeEmailSchema } from "@/lib/accounts/schema/citizen";
import { formAction } from "@/lib/web/form/form-action";
import { waitSentence } from "@/lib/web/form/wait-sentence";
import { tokenLifetime } from "@/lib/vocabulary/tokens";

/** F125. */
export const askEmailChangeAction = formAction({
  name: "change-email",
  who: "citizen",
  limit: { max: 10, windowSeconds: 600 },
  schema: changeEmailSchema,
  run: (actor, input) => askEmailChange(actor, input),
  refusals: {
    wrong_password: { field: "currentPassword", message: "Ce n’est pas votre mot de passe actuel." },
    same_email: { field: "email", message: "C’est déjà le courriel de votre compte. Saisissez le nouveau." },
    too_many: "Trop de courriels ont été envoyés à cette adresse. Réessayez dans une heure.",
    delayed: waitSentence,
    recovery_waits:
      "Une personne a demandé à un agent de remplacer l’adresse de votre compte : elle ne peut pas changer avant qu’il en soit décidé. Si ce n’est pas vous, arrêtez cette demande avec le lien que vous avez reçu par courriel.",
  },
  onDone: () => ({
    to: "/espace/compte",
    message: `Un lien vient d’être envoyé à la nouvelle adresse. Le changement aura lieu quand vous l’aurez confirmée, dans les ${tokenLifetime("email_change")}.`,
  }),
});
