"use server";

import { finaliseSchema } from "@/lib/accounts/schema/citizen";
import { openInvitedAccount } from "@/lib/demandes/commands/open-invited-account";
import { currentDevice } from "@/lib/web/session/device";
import { dropProved, readInvitation } from "@/lib/web/identity/france-connect";
import { asFieldErrors, formAction } from "@/lib/web/form/form-action";
import { judgePassword } from "@/lib/web/form/judge-password";
import { keepSignedIn } from "@/lib/web/session/known-devices";
import { linkLimit } from "@/lib/web/form/limits";
import { toLocalPath, withReturn } from "@/lib/web/route/return-path";
import { expiredSentence } from "@/lib/vocabulary/tokens";

/** Uses the link up, creates the account and signs in (F15–F18). */
export const finaliseAction = formAction({
  name: "finalise-account",
  who: "anyone",
  limit: linkLimit,
  schema: finaliseSchema,
  alsoJudge: judgePassword("firstName", "lastName"),
  run: async (actor, input) => openInvitedAccount(actor, input, await currentDevice(), await readInvitation()),
  refusals: {
    weak_password: asFieldErrors,
    expired: `${expiredSentence("activation")} Recommencez l’inscription pour en recevoir un autre.`,
    used: "Ce lien a déjà servi : votre compte existe. Connectez-vous avec votre courriel et votre mot de passe.",
    unknown: "Ce lien n’est pas reconnu. Copiez-le en entier depuis le courriel, ou recommencez l’inscription.",
  },
  onDone: async ({ session, returnTo }) => {
    await keepSignedIn("session", session);
    await dropProved();
    const next = toLocalPath(returnTo);
    return next ? withReturn("/inscription/confirmation", next) : "/inscription/confirmation";
  },
});
