"use server";

import { remindUsername } from "@/lib/accounts/commands/remind-username";
import { forgottenUsernameSchema } from "@/lib/accounts/schema";
import { inEvenTime } from "@/lib/web/even-time";
import { formAction } from "@/lib/web/form-action";

/** F64: the same answer, after the same time, whether or not the account exists. */
export const remindUsernameAction = formAction({
  name: "remind-username",
  who: "anyone",
  limit: { max: 10, windowSeconds: 600 },
  schema: forgottenUsernameSchema,
  run: (actor, input) => inEvenTime(() => remindUsername(actor, input)),
  refusals: {},
  onDone: () => "/identifiant-oublie?envoye=oui",
});
