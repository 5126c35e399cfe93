"use server";

import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { inviteSchema } from "@/lib/accounts/schema";
import { inEvenTime } from "@/lib/web/even-time";
import { formAction } from "@/lib/web/form-action";
import { letterLimit } from "@/lib/web/limits";
import { keepNote } from "@/lib/web/note";
import { readSignedPath } from "@/lib/web/return-path";

/** F10, F11. The page that follows is the same whether or not the address has an account. */
export const inviteAction = formAction({
  name: "invite-account",
  who: "anyone",
  limit: letterLimit,
  robot: { email: "email" },
  schema: inviteSchema,
  run: async (actor, { email, kind, retour }) => {
    const returnTo = readSignedPath(retour) ?? undefined;
    return inEvenTime(() => inviteAccount(actor, { email, kind, returnTo }));
  },
  refusals: {},
  onDone: async (_value, { email }) => {
    await keepNote("courriel", email, "/inscription/courriel-envoye");
    return "/inscription/courriel-envoye" as const;
  },
});
