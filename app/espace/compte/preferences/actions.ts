"use server";

import { savePreferences } from "@/lib/accounts/commands/save-preferences";
import { preferencesSchema } from "@/lib/accounts/schema/citizen";
import { formAction } from "@/lib/web/form/form-action";

/** F130. */
export const savePreferencesAction = formAction({
  name: "save-preferences",
  who: "citizen",
  schema: preferencesSchema,
  run: (actor, input) => savePreferences(actor, input),
  refusals: {},
  onDone: () => ({ to: "/espace/compte", message: "Vos préférences sont enregistrées." }),
});
