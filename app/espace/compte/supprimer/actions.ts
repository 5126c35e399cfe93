"use server";

import { askDeletion } from "@/lib/departure/commands/ask-deletion";
import { askDeletionSchema } from "@/lib/departure/schema";
import { formAction } from "@/lib/web/form/form-action";
import { tokenLifetime } from "@/lib/vocabulary/tokens";

/** F67: asks; the link of the e-mail decides. */
export const askDeletionAction = formAction({
  name: "ask-deletion",
  who: "citizen",
  limit: { max: 10, windowSeconds: 600 },
  schema: askDeletionSchema,
  run: (actor, input) => askDeletion(actor, input),
  refusals: {
    too_many: "Trop de courriels ont été envoyés à votre adresse. Réessayez dans une heure.",
    recovery_waits:
      "Un agent a demandé de donner une autre adresse à ce compte. Pour vous protéger, la suppression attend que cette demande soit décidée, ou arrêtée avec le lien reçu par courriel.",
    email_just_changed: `Le courriel de votre compte a changé il y a moins de ${tokenLifetime("email_restore")}. Pour vous protéger, la suppression attend que ce délai soit passé. Si c’est urgent, contactez la mairie.`,
  },
  onDone: () => ({
    to: "/espace/compte",
    message: `Un courriel vient de vous être envoyé. Suivez son lien dans les ${tokenLifetime("account_deletion")} pour supprimer votre compte ; jusque-là, rien ne change.`,
  }),
});
