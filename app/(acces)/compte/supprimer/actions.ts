"use server";

import { linkSchema } from "@/lib/accounts/schema/citizen";
import { deleteAccount } from "@/lib/departure/commands/delete-account";
import { dropSecret } from "@/lib/web/session/auth";
import { formAction } from "@/lib/web/form/form-action";
import { linkLimit } from "@/lib/web/form/limits";
import { expiredSentence } from "@/lib/vocabulary/tokens";

const restart = "Demandez-en un autre depuis la gestion de votre compte.";

/** Uses the link up: the account goes at once. The browser forgets its session, unless it is somebody else's. */
export const deleteAccountAction = formAction({
  name: "delete-account",
  who: "anyone",
  limit: linkLimit,
  schema: linkSchema,
  run: (actor, input) => deleteAccount(actor, input),
  refusals: {
    expired: `${expiredSentence("account_deletion")} ${restart}`,
    used: "Ce lien a déjà servi : votre compte est supprimé.",
    held: "Un changement d’adresse de ce compte attend d’être décidé, ou peut encore être arrêté. Rien n’est supprimé pour l’instant ; ce lien fonctionnera ensuite, tant qu’il est valable.",
    unknown: `Ce lien n’est pas reconnu. ${restart}`,
  },
  onDone: async ({ accountId }, _input, actor) => {
    if (actor.kind !== "citizen" || actor.accountId === accountId) await dropSecret("session");
    return "/compte/supprime" as const;
  },
});
