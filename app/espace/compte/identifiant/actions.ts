"use server";

import { changeUsername } from "@/lib/accounts/commands/change-username";
import { changeUsernameSchema } from "@/lib/accounts/schema/citizen";
import { formAction } from "@/lib/web/form/form-action";

/** F71. */
export const changeUsernameAction = formAction({
  name: "change-username",
  who: "citizen",
  limit: { max: 20, windowSeconds: 600 },
  schema: changeUsernameSchema,
  run: (actor, input) => changeUsername(actor, input),
  refusals: {
    taken: { field: "username", message: "Cet identifiant est déjà pris : choisissez-en un autre." },
    same_username: { field: "username", message: "C’est déjà votre identifiant. Saisissez le nouveau." },
  },
  onDone: () => ({
    to: "/espace/compte",
    message: "Votre identifiant est modifié. Il vous est rappelé par courriel.",
  }),
});
