import { z } from "zod";
import { emailText, idOf, listOf, longestTyped, nameText } from "@/lib/shared/form-schema";
import type { AgentId, OrganisationId, ServiceId, SessionId } from "@/lib/shared/ids";
import { anyPassword, isConfirmed, newPassword, unconfirmed } from "@/lib/shared/new-password";
import { agentRoles } from "@/lib/vocabulary/roles";

const retour = z.string().max(2_000).default("");

export const agentSignInSchema = z.object({
  email: emailText(),
  password: anyPassword("Saisissez votre mot de passe."),
  retour,
});
export type AgentSignIn = { email: string; password: string };

const codeMessage = "Saisissez les 6 chiffres du code.";
const code = z
  .string(codeMessage)
  .transform((text) => text.replace(/\s/g, ""))
  .refine((text) => /^\d{6}$/.test(text), codeMessage);
export const secondFactorSchema = z.object({ code, retour });

const recoveryMessage = "Saisissez les 16 caractères du code de secours.";
export const recoveryCodeSchema = z.object({
  code: z
    .string(recoveryMessage)
    .max(100, recoveryMessage)
    .refine((text) => text.replace(/[^0-9A-Za-z]/g, "").length === 16, recoveryMessage),
  retour,
});
const agentId = idOf<AgentId>();
export const missingName = "Saisissez le prénom et le nom.";
/** `WantedRole`: what an agent is, or the organisation that they administer. */
const role = z.union(
  [z.enum(agentRoles, "Choisissez un rôle."), idOf<OrganisationId>("Choisissez un rôle.")],
  "Choisissez un rôle.",
);
const services = listOf(idOf<ServiceId>("Choisissez parmi les services proposés."));

export const inviteAgentSchema = z.object({
  email: emailText("Saisissez le courriel de l’agent."),
  name: nameText(missingName, "Le nom"),
  role,
  services,
});
export type InviteAgent = z.infer<typeof inviteAgentSchema>;

/** A service may be left without an agent at work. */
const leavesUnattended = { isConfirmed: z.literal("oui").optional() };

/** The name is read beside the one that is kept (`readChangedName`). */
const typedName = z.string(missingName).max(longestTyped, missingName).default("");

export const changeAgentSchema = z.object({ agentId, name: typedName, role, services, ...leavesUnattended });
export type ChangeAgent = z.infer<typeof changeAgentSchema>;

export const removeAgentSchema = z.object({ agentId, ...leavesUnattended });
export type RemoveAgent = z.infer<typeof removeAgentSchema>;

export const agentSchema = z.object({ agentId });

/** A secret of a link: 32 bytes in base64url. Anything else simply opens nothing. */
const jeton = z.string().max(200).default("");
export const agentPasswordSchema = z.object({ ...newPassword, jeton }).refine(isConfirmed, unconfirmed);
export type ChooseAgentPassword = { jeton: string; password: string };

export const agentLinkSchema = z.object({ jeton });
export type AgentLink = z.infer<typeof agentLinkSchema>;

export const askBrowserLinkSchema = z.object({ email: emailText() });
export type AskBrowserLink = z.infer<typeof askBrowserLinkSchema>;

export const newSecondFactorSchema = z.object({ jeton, code });
export type NewSecondFactor = z.infer<typeof newSecondFactorSchema>;

const currentPassword = anyPassword("Saisissez votre mot de passe actuel.");
export const changeAgentPasswordSchema = z.object({ currentPassword, ...newPassword }).refine(isConfirmed, unconfirmed);
export type ChangeAgentPassword = { currentPassword: string; password: string };

export const renewCodesSchema = z.object({ currentPassword, code });
export type RenewCodes = z.infer<typeof renewCodesSchema>;

export const agentSessionSchema = z.object({ sessionId: idOf<SessionId>() });
