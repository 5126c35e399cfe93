"use server";

import { askPasswordReset } from "@/lib/accounts/commands/reset-password";
import { forgottenPasswordSchema } from "@/lib/accounts/schema/citizen";
import { askLetterAction } from "@/lib/web/form/ask-letter-action";
import { readKnownDevices } from "@/lib/web/session/known-devices";

export const askPasswordResetAction = askLetterAction({
  name: "ask-password-reset",
  schema: forgottenPasswordSchema,
  run: async (actor, input) => askPasswordReset(actor, input, await readKnownDevices()),
  page: "/mot-de-passe-oublie",
});
