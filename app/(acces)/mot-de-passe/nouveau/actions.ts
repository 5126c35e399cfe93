"use server";

import { resetPassword } from "@/lib/accounts/commands/reset-password";
import { newPasswordSchema } from "@/lib/accounts/schema/citizen";
import { asFieldErrors, formAction } from "@/lib/web/form/form-action";
import { judgePassword } from "@/lib/web/form/judge-password";
import { linkLimit } from "@/lib/web/form/limits";
import { expiredSentence } from "@/lib/vocabulary/tokens";

const restart = "Demandez un autre lien depuis la page « Mot de passe oublié ».";

/** Uses the link up and sets the password (T3). */
export const resetPasswordAction = formAction({
  name: "reset-password",
  who: "anyone",
  limit: linkLimit,
  schema: newPasswordSchema,
  alsoJudge: judgePassword(),
  run: (actor, input) => resetPassword(actor, input),
  refusals: {
    weak_password: asFieldErrors,
    expired: `${expiredSentence("password_reset")} ${restart}`,
    used: `Ce lien a déjà servi. ${restart}`,
    unknown: `Ce lien n’est pas reconnu. ${restart}`,
  },
  onDone: ({ isIdentityLinked }) => ({
    to: "/connexion",
    message: isIdentityLinked
      ? "Votre nouveau mot de passe est enregistré. Connectez-vous. FranceConnect reste lié à votre compte : vous pouvez le délier dans « Gestion du compte »."
      : "Votre nouveau mot de passe est enregistré. Connectez-vous.",
  }),
});
