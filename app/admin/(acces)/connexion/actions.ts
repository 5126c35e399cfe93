"use server";

import { confirmSecondFactor, confirmWithRecoveryCode, signInAgent } from "@/lib/staff/commands/sign-in-agent";
import { agentSignInSchema, recoveryCodeSchema, secondFactorSchema } from "@/lib/staff/schema";
import { done, refuse } from "@/lib/shared/result";
import { count } from "@/lib/shared/text";
import { dropSecret, keepSecret, readAgentSession } from "@/lib/web/session/auth";
import { currentDevice } from "@/lib/web/session/device";
import { formAction } from "@/lib/web/form/form-action";
import { keepSignedIn, readKnownDevices } from "@/lib/web/session/known-devices";
import { doorLimit } from "@/lib/web/form/limits";
import { readSignedPath, signPath } from "@/lib/web/route/return-path";
import { agentWaitSentence } from "@/lib/web/form/wait-sentence";

const tooLate = "Trop de temps a passé depuis le mot de passe. Rechargez la page et recommencez.";

/** First step: the password opens the second step, and nothing else. */
export const agentSignInAction = formAction({
  name: "agent-sign-in",
  who: "anyone",
  limit: doorLimit,
  schema: agentSignInSchema,
  run: async (actor, input) => signInAgent(actor, input, await currentDevice(), await readKnownDevices()),
  refusals: {
    bad_credentials:
      "Le courriel ou le mot de passe n’est pas le bon. Si vous l’avez perdu, adressez-vous à un administrateur du portail.",
    delayed: agentWaitSentence,
  },
  onDone: async ({ secret }, { retour }) => {
    await keepSecret("agent", secret);
    const next = readSignedPath(retour);
    return next ? `/admin/connexion?retour=${encodeURIComponent(signPath(next))}` : "/admin/connexion";
  },
});

/** Second step: the six-digit code, which serves once. */
export const secondFactorAction = formAction({
  name: "agent-second-factor",
  who: "anyone",
  limit: doorLimit,
  schema: secondFactorSchema,
  run: async (actor, { code }) => {
    const pending = await readAgentSession();
    if (!pending) return refuse("expired");
    const given = { sessionId: pending.sessionId, code };
    return confirmSecondFactor(actor, given, await currentDevice(), await readKnownDevices());
  },
  refusals: {
    expired: tooLate,
    wrong_code: { field: "code", message: "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant." },
    delayed: agentWaitSentence,
  },
  onDone: async (session, { retour }) => {
    await keepSignedIn("agent", session);
    return readSignedPath(retour) ?? "/admin";
  },
});

/** Second step by a recovery code, for whoever no longer has their telephone. */
export const recoveryCodeAction = formAction({
  name: "agent-recovery-code",
  who: "anyone",
  limit: doorLimit,
  schema: recoveryCodeSchema,
  run: async (actor, { code }) => {
    const pending = await readAgentSession();
    if (!pending) return refuse("expired");
    const given = { sessionId: pending.sessionId, code };
    return confirmWithRecoveryCode(actor, given, await currentDevice(), await readKnownDevices());
  },
  refusals: {
    expired: tooLate,
    wrong_code: { field: "code", message: "Ce code de secours n’est pas le bon, ou il a déjà servi." },
    delayed: agentWaitSentence,
  },
  onDone: async (session, { retour }) => {
    await keepSignedIn("agent", session);
    const { codesLeft } = session;
    const left =
      codesLeft === 0
        ? "Il ne vous reste aucun code de secours : renouvelez-les dans « Mon compte »."
        : `Il vous reste ${count(codesLeft ?? 0, "code")} de secours.`;
    return { to: readSignedPath(retour) ?? "/admin", message: `Vous êtes connecté avec un code de secours. ${left}` };
  },
});

/** Back to the first step, with another account. */
export const restartSignInAction = formAction({
  name: "agent-sign-in-restart",
  who: "anyone",
  schema: secondFactorSchema.pick({ retour: true }),
  run: async () => done(null),
  refusals: {},
  onDone: async () => {
    await dropSecret("agent");
    return "/admin/connexion" as const;
  },
});
