"use server";

import { z } from "zod";
import { changePortal, removeLogo } from "@/lib/organisation/commands/change-portal";
import { portalFormSchema } from "@/lib/organisation/schema/portal";
import { forgetCached } from "@/lib/web/cache";
import { asFieldErrors, formAction } from "@/lib/web/form-action";

/** The names, colours and addresses that every page shows. */
export const changePortalAction = formAction({
  name: "change-portal",
  who: "admin",
  schema: portalFormSchema,
  run: changePortal,
  refusals: { invalid: asFieldErrors, unreadable_colour: asFieldErrors },
  onDone: () => {
    forgetCached("portal");
    return { to: "/admin/reglages", message: "La ville est enregistrée. Toutes les pages la montrent dans la minute." };
  },
});

export const removeLogoAction = formAction({
  name: "remove-logo",
  who: "admin",
  schema: z.object({}),
  run: (actor) => removeLogo(actor),
  refusals: {},
  onDone: () => {
    forgetCached("portal");
    return { to: "/admin/reglages/ville", message: "Le logo est retiré." };
  },
});
