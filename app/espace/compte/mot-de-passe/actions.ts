"use server";

import { changePassword } from "@/lib/accounts/commands/change-password";
import { changePasswordSchema } from "@/lib/accounts/schema/citizen";
import { asFieldErrors, formAction } from "@/lib/web/form/form-action";
import { judgePassword } from "@/lib/web/form/judge-password";
import { keepSignedIn } from "@/lib/web/session/known-devices";
import { waitSentence } from "@/lib/web/form/wait-sentence";

/** F123. */
export const changePasswordAction = formAction({
  name: "change-password",
  who: "citizen",
  limit: { max: 20, windowSeconds: 60 },
  schema: changePasswordSchema,
  alsoJudge: judgePassword(),
  run: (actor, input) => changePassword(actor, input),
  refusals: {
    wrong_password: { field: "currentPassword", message: "Ce n’est pas votre mot de passe actuel." },
    weak_password: asFieldErrors,
    delayed: waitSentence,
  },
  onDone: async (session) => {
    await keepSignedIn("session", session);
    return { to: "/espace/compte", message: "Votre mot de passe est modifié. Vos autres connexions sont fermées." };
  },
});
