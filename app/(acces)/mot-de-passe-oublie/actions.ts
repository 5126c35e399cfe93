"use server";

import { askPasswordReset } from "@/lib/accounts/commands/reset-password";
import { forgottenPasswordSchema } from "@/lib/accounts/schema";
import { inEvenTime } from "@/lib/web/even-time";
import { formAction } from "@/lib/web/form-action";
import { readKnownDevices } from "@/lib/web/known-devices";

/** T3: the same answer, after the same time, whether or not the account exists. */
export const askPasswordResetAction = formAction({
  name: "ask-password-reset",
  who: "anyone",
  limit: { max: 10, windowSeconds: 600 },
  schema: forgottenPasswordSchema,
  run: async (actor, input) => {
    const known = await readKnownDevices();
    return inEvenTime(() => askPasswordReset(actor, input, known));
  },
  refusals: {},
  onDone: () => "/mot-de-passe-oublie?envoye=oui",
});
