"use server";

import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { inviteSchema } from "@/lib/accounts/schema/citizen";
import { hideTimeTaken } from "@/lib/web/form/hide-time-taken";
import { formAction } from "@/lib/web/form/form-action";
import { letterLimit } from "@/lib/web/form/limits";
import { keepNote } from "@/lib/web/session/sealed-note";
import { readSignedPath } from "@/lib/web/route/return-path";

/** F10, F11. The page that follows is the same whether or not the address has an account. */
export const inviteAction = formAction({
  name: "invite-account",
  who: "anyone",
  limit: letterLimit,
  robot: { email: "email" },
  schema: inviteSchema,
  run: async (actor, { email, kind, retour }) => {
    const returnTo = readSignedPath(retour) ?? undefined;
    return hideTimeTaken(() => inviteAccount(actor, { email, kind, returnTo }));
  },
  refusals: {},
  onDone: async (_value, { email }) => {
    await keepNote("courriel", email, "/inscription/courriel-envoye");
    return "/inscription/courriel-envoye" as const;
  },
});
