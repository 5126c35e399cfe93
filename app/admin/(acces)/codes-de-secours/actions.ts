"use server";

import { z } from "zod";
import { done } from "@/lib/shared/result";
import { dropSecret } from "@/lib/web/session/auth";
import { currentAgent } from "@/lib/web/session/current-actor";
import { formAction } from "@/lib/web/form/form-action";

/** « J’ai noté mes codes »: they are shown no more. */
export const codesNotedAction = formAction({
  name: "codes-noted",
  who: "anyone",
  schema: z.object({}),
  run: async () => done(null),
  refusals: {},
  onDone: async () => {
    await dropSecret("codes");
    return (await currentAgent())
      ? { to: "/admin/mon-compte", message: "Vos codes de secours sont renouvelés." }
      : { to: "/admin/connexion", message: "Votre second facteur est enregistré. Connectez-vous." };
  },
});
