import { z } from "zod";
import { emailText } from "@/lib/shared/form-schema";

const retour = z.string().max(2_000).default("");

export const agentSignInSchema = z.object({
  email: emailText(),
  password: z
    .string("Saisissez votre mot de passe.")
    .min(1, "Saisissez votre mot de passe.")
    .max(1_000, "Saisissez votre mot de passe."),
  retour,
});
export type AgentSignIn = { email: string; password: string };

const codeMessage = "Saisissez les 6 chiffres du code.";
export const secondFactorSchema = z.object({
  code: z
    .string(codeMessage)
    .transform((text) => text.replace(/\s/g, ""))
    .refine((text) => /^\d{6}$/.test(text), codeMessage),
  retour,
});

/** T11. */
export const accountSettingsFormSchema = z.object({
  validatedByAgent: z
    .enum(["yes", "no"], "Choisissez si les comptes sont validés par un agent.")
    .transform((answer) => answer === "yes"),
});
