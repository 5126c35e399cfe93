"use server";

import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { identityAccountSchema } from "@/lib/accounts/schema/identity";
import { done } from "@/lib/shared/result";
import { hideTimeTaken } from "@/lib/web/form/hide-time-taken";
import { formAction } from "@/lib/web/form/form-action";
import { keepProved, requireProved } from "@/lib/web/identity/france-connect";
import { letterLimit } from "@/lib/web/form/limits";
import { keepNote } from "@/lib/web/session/sealed-note";

/**
 * The usual way of an account (F10–F12): our own link confirms the address, whatever the provider says of it. No robot check:
 * FranceConnect vouches for a person.
 */
export const createWithIdentityAction = formAction({
  name: "franceconnect-invite",
  who: "anyone",
  limit: letterLimit,
  schema: identityAccountSchema,
  run: async (actor, { email, kind }) => {
    const identity = await requireProved();
    await hideTimeTaken(() => inviteAccount(actor, { email, kind, returnTo: identity.next ?? undefined }));
    return done(identity);
  },
  refusals: {},
  onDone: async (identity, { email }) => {
    await keepProved({ ...identity, invited: email });
    await keepNote("courriel", email, "/inscription/courriel-envoye");
    return "/inscription/courriel-envoye" as const;
  },
});
