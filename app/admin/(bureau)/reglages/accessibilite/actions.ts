"use server";

import { changeAccessibility } from "@/lib/organisation/commands/change-accessibility";
import { accessibilityFormSchema } from "@/lib/organisation/schema/accessibility";
import { forgetCached } from "@/lib/web/cache";
import { formAction } from "@/lib/web/form-action";

/** What `/accessibilite` and the foot of every page declare. */
export const changeAccessibilityAction = formAction({
  name: "change-accessibility",
  who: "admin",
  schema: accessibilityFormSchema,
  run: changeAccessibility,
  refusals: {},
  onDone: () => {
    forgetCached("portal");
    return {
      to: "/admin/reglages",
      message: "La déclaration d’accessibilité est enregistrée. Toutes les pages la suivent dans la minute.",
    };
  },
});
