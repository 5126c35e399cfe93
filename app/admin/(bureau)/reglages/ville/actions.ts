"use server";

import type { Route } from "next";
import { z } from "zod";
import { changePortal, removeLogo } from "@/lib/organisation/commands/change-portal";
import { portalFormSchema } from "@/lib/organisation/schema/portal";
import { done } from "@/lib/shared/result";
import { forgetCached } from "@/lib/web/cache";
import { asFieldErrors, formAction } from "@/lib/web/form-action";
import { sendingSchema, stillSaid } from "@/lib/web/upload-outcomes";

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
  schema: z.object({ envoi: sendingSchema }),
  run: async (actor, { envoi }) => {
    const removed = await removeLogo(actor);
    return removed.ok ? done({ envoi }) : removed;
  },
  refusals: {},
  onDone: ({ envoi }) => {
    forgetCached("portal");
    return { to: `/admin/reglages/ville${stillSaid(envoi)}` as Route, message: "Le logo est retiré." };
  },
});
