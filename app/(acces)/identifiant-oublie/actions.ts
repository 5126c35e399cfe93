"use server";

import { remindUsername } from "@/lib/accounts/commands/remind-username";
import { forgottenUsernameSchema } from "@/lib/accounts/schema";
import { askLetterAction } from "@/lib/web/ask-letter";

export const remindUsernameAction = askLetterAction({
  name: "remind-username",
  schema: forgottenUsernameSchema,
  run: remindUsername,
  page: "/identifiant-oublie",
});
