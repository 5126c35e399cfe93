"use server";

import { openSignInLink } from "@/lib/accounts/commands/open-sign-in-link";
import { linkSchema } from "@/lib/accounts/schema/citizen";
import { currentDevice } from "@/lib/web/session/device";
import { formAction } from "@/lib/web/form/form-action";
import { keepSignedIn } from "@/lib/web/session/known-devices";
import { linkLimit } from "@/lib/web/form/limits";
import { toLocalPath } from "@/lib/web/route/return-path";
import { expiredSentence } from "@/lib/vocabulary/tokens";

const restart = "Demandez un autre lien depuis la page « Me connecter par un lien ».";

/** Uses the link up and signs in. */
export const openSignInLinkAction = formAction({
  name: "open-sign-in-link",
  who: "anyone",
  limit: linkLimit,
  schema: linkSchema,
  run: async (actor, input) => openSignInLink(actor, input, await currentDevice()),
  refusals: {
    expired: `${expiredSentence("sign_in")} ${restart}`,
    used: `Ce lien a déjà servi. ${restart}`,
    unknown: `Ce lien n’est pas reconnu. ${restart}`,
  },
  onDone: async ({ session, returnTo }) => {
    await keepSignedIn("session", session);
    return toLocalPath(returnTo) ?? "/espace";
  },
});
