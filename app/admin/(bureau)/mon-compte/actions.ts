"use server";

import { z } from "zod";
import { changeAgentPassword, renewRecoveryCodes } from "@/lib/staff/commands/change-own-access";
import { endOtherSessions, endOwnSession } from "@/lib/staff/commands/end-agent-sessions";
import { agentSessionSchema, changeAgentPasswordSchema, renewCodesSchema } from "@/lib/staff/schema";
import { asFieldErrors, formAction } from "@/lib/web/form/form-action";
import { judgePassword } from "@/lib/web/form/judge-password";
import { rememberDevice, stayKnown } from "@/lib/web/session/known-devices";
import { showCodes } from "@/lib/web/session/shown-recovery-codes";
import { agentWaitSentence } from "@/lib/web/form/wait-sentence";

const limit = { max: 20, windowSeconds: 60 };
const wrongPassword = { field: "currentPassword", message: "Ce n’est pas votre mot de passe actuel." };

export const changeAgentPasswordAction = formAction({
  name: "change-agent-password",
  who: "agent",
  limit,
  schema: changeAgentPasswordSchema,
  alsoJudge: judgePassword(),
  run: changeAgentPassword,
  refusals: { wrong_password: wrongPassword, weak_password: asFieldErrors, delayed: agentWaitSentence },
  onDone: async ({ owner }) => {
    await rememberDevice(owner);
    const message = "Votre mot de passe est modifié. Vos autres connexions sont fermées.";
    return { to: "/admin/mon-compte", message };
  },
});

export const renewCodesAction = formAction({
  name: "renew-recovery-codes",
  who: "agent",
  limit,
  schema: renewCodesSchema,
  run: renewRecoveryCodes,
  refusals: {
    wrong_password: wrongPassword,
    wrong_code: { field: "code", message: "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant." },
    delayed: agentWaitSentence,
  },
  onDone: async ({ codes }) => {
    await showCodes(codes);
    return "/admin/codes-de-secours" as const;
  },
});

export const endOwnSessionAction = formAction({
  name: "end-own-agent-session",
  who: "agent",
  schema: agentSessionSchema,
  run: endOwnSession,
  refusals: {},
  onDone: () => ({ to: "/admin/mon-compte", message: "La connexion est fermée." }),
});

export const endOtherSessionsAction = formAction({
  name: "end-other-agent-sessions",
  who: "agent",
  schema: z.object({}),
  run: endOtherSessions,
  refusals: {},
  onDone: async ({ owner }) => {
    await stayKnown(owner);
    return { to: "/admin/mon-compte", message: "Vos autres connexions sont fermées." };
  },
});
