"use server";

import { changeAccessibility } from "@/lib/organisation/commands/change-accessibility";
import { accessibilityFormSchema } from "@/lib/organisation/schema/accessibility";
import { forgetCached } from "@/lib/web/page/cache";
import { formAction } from "@/lib/web/form/form-action";
import { asSeen, changedMeanwhile } from "@/lib/web/form/changed-meanwhile";

/** What `/accessibilite` and the foot of every page declare. */
export const changeAccessibilityAction = formAction({
  name: "change-accessibility",
  who: "admin",
  schema: asSeen(accessibilityFormSchema),
  run: (actor, { version, ...accessibility }) => changeAccessibility(actor, accessibility, version),
  refusals: { changed_meanwhile: changedMeanwhile },
  onDone: () => {
    forgetCached("portal");
    return {
      to: "/admin/reglages",
      message: "La déclaration d’accessibilité est enregistrée. Toutes les pages la suivent dans la minute.",
    };
  },
});
