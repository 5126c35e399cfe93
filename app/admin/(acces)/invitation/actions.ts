"use server";

import type { Route } from "next";
import { chooseAgentPassword, setSecondFactor } from "@/lib/staff/commands/activate-agent";
import { agentLinkSchema, agentPasswordSchema, newSecondFactorSchema } from "@/lib/staff/schema";
import { done } from "@/lib/shared/result";
import { beginAgentSetup, endAgentSetup } from "@/lib/web/session/agent-setup";
import { readAgentSetup } from "@/lib/web/session/auth";
import { asFieldErrors, formAction } from "@/lib/web/form/form-action";
import { judgePassword } from "@/lib/web/form/judge-password";
import { rememberDevice } from "@/lib/web/session/known-devices";
import { linkLimit } from "@/lib/web/form/limits";
import { showCodes } from "@/lib/web/session/shown-recovery-codes";
import { expiredSentence } from "@/lib/vocabulary/tokens";

const ask = "Demandez un autre lien à un administrateur du portail.";
const linkRefusals = {
  expired: `${expiredSentence("agent_invitation")} ${ask}`,
  used: "Ce lien a déjà servi. Si votre compte est prêt, connectez-vous.",
  unknown: `Ce lien n’est pas reconnu. ${ask}`,
};

/** The password; the link stays good for the second step. */
export const chooseAgentPasswordAction = formAction({
  name: "choose-agent-password",
  who: "anyone",
  limit: linkLimit,
  schema: agentPasswordSchema,
  alsoJudge: judgePassword(),
  run: chooseAgentPassword,
  refusals: { weak_password: asFieldErrors, ...linkRefusals },
  onDone: (_value, { jeton }) => begin(jeton),
});

/** Where no password is asked, or in another browser: begins the second step. */
export const beginSecondFactorAction = formAction({
  name: "begin-second-factor",
  who: "anyone",
  limit: linkLimit,
  schema: agentLinkSchema,
  run: async () => done(null),
  refusals: {},
  onDone: (_value, { jeton }) => begin(jeton),
});

/** The browser that begins, and it alone, is shown the secret: the letter may have been read by others. */
async function begin(jeton: string): Promise<Route> {
  await beginAgentSetup();
  return `/admin/invitation?jeton=${encodeURIComponent(jeton)}&etape=code` as Route;
}

/** The second factor; uses the link up. */
export const setSecondFactorAction = formAction({
  name: "set-second-factor",
  who: "anyone",
  limit: linkLimit,
  schema: newSecondFactorSchema,
  run: async (actor, input) => setSecondFactor(actor, input, await readAgentSetup()),
  refusals: {
    wrong_code: { field: "code", message: "Ce code n’est pas le bon. Saisissez celui que l’application affiche." },
    no_password: "Choisissez d’abord votre mot de passe : rouvrez le lien reçu par courriel.",
    not_begun:
      "Ce navigateur n’a pas commencé cette étape, ou trop de temps a passé : rouvrez le lien reçu par courriel.",
    ...linkRefusals,
  },
  onDone: async ({ codes, owner }) => {
    await endAgentSetup();
    await rememberDevice(owner);
    await showCodes(codes);
    return "/admin/codes-de-secours" as const;
  },
});
