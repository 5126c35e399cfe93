"use server";

import { remindUsername } from "@/lib/accounts/commands/remind-username";
import { forgottenUsernameSchema } from "@/lib/accounts/schema/citizen";
import { askLetterAction } from "@/lib/web/form/ask-letter-action";

export const remindUsernameAction = askLetterAction({
  name: "remind-username",
  schema: forgottenUsernameSchema,
  run: remindUsername,
  page: "/identifiant-oublie",
});
