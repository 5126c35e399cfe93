"use server";

import { askPasswordReset } from "@/lib/accounts/commands/reset-password";
import { forgottenPasswordSchema } from "@/lib/accounts/schema";
import { askLetterAction } from "@/lib/web/ask-letter";

export const askPasswordResetAction = askLetterAction({
  name: "ask-password-reset",
  schema: forgottenPasswordSchema,
  run: askPasswordReset,
  page: "/mot-de-passe-oublie",
});
