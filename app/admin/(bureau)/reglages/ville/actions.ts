"use server";

import type { Route } from "next";
import { z } from "zod";
import { changePortal, removeLogo } from "@/lib/organisation/commands/change-portal";
import { portalFormSchema } from "@/lib/organisation/schema/portal";
import { done } from "@/lib/shared/result";
import { forgetCached } from "@/lib/web/page/cache";
import { asFieldErrors, formAction } from "@/lib/web/form/form-action";
import { asSeen, changedMeanwhile } from "@/lib/web/form/changed-meanwhile";
import { sendingSchema, stillSaid } from "@/lib/web/upload/upload-outcomes";

/** The names, colours and addresses that every page shows. */
export const changePortalAction = formAction({
  name: "change-portal",
  who: "admin",
  schema: asSeen(portalFormSchema),
  run: (actor, { version, ...form }) => changePortal(actor, form, version),
  refusals: { changed_meanwhile: changedMeanwhile, invalid: asFieldErrors, unreadable_colour: asFieldErrors },
  onDone: () => {
    forgetCached("portal");
    return { to: "/admin/reglages", message: "La ville est enregistrée. Toutes les pages la montrent dans la minute." };
  },
});

export const removeLogoAction = formAction({
  name: "remove-logo",
  who: "admin",
  schema: asSeen(z.object({ envoi: sendingSchema })),
  run: async (actor, { envoi, version }) => {
    const removed = await removeLogo(actor, version);
    return removed.ok ? done({ envoi }) : removed;
  },
  refusals: {
    changed_meanwhile:
      "Le logo a changé depuis que vous avez ouvert cette page : quelqu’un d’autre l’a remplacé ou retiré. Rechargez la page pour le voir.",
  },
  onDone: ({ envoi }) => {
    forgetCached("portal");
    return { to: `/admin/reglages/ville${stillSaid(envoi)}#logo` as Route, message: "Le logo est retiré." };
  },
});
