"use server";

import { saveProfile } from "@/lib/accounts/commands/save-profile";
import { profileSchema } from "@/lib/accounts/schema";
import { asFieldErrors, formAction } from "@/lib/web/form-action";

/** F20. */
export const saveProfileAction = formAction({
  name: "save-profile",
  who: "citizen",
  schema: profileSchema,
  run: (actor, input) => saveProfile(actor, input),
  refusals: { invalid: asFieldErrors },
  onDone: () => ({ to: "/espace/compte", message: "Les données de votre compte sont enregistrées." }),
});
