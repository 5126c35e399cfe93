"use server";

import { z } from "zod";
import { done } from "@/lib/shared/result";
import { formAction } from "@/lib/web/form/form-action";
import { forgetProved } from "@/lib/web/identity/france-connect";
import { linkLimit } from "@/lib/web/form/limits";

/** « Ce n’est pas moi »: nothing is linked, and whoever was there before is no longer known here nor at FranceConnect. */
export const forgetProvedAction = formAction({
  name: "franceconnect-forget",
  who: "anyone",
  limit: linkLimit,
  schema: z.object({}),
  run: async () => done(await forgetProved()),
  refusals: {},
  onDone: (mustLeave) =>
    mustLeave ? "/deconnexion/franceconnect" : { to: "/connexion", message: "Cette identité est oubliée." },
});
