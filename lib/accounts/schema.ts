import { z } from "zod";
import { emailText, listOf, optionalText, requiredText, tickedBox } from "@/lib/shared/form-schema";
import { anyPassword, isConfirmed, newPassword, unconfirmed } from "@/lib/shared/new-password";
import { accountKinds, civilities, contactChannels } from "@/lib/vocabulary/roles";

/** A secret of a link: 32 bytes in base64url. Anything else simply opens nothing. */
const jeton = z.string().max(200).default("");
/** Sealed by the portal (lib/web/return-path.ts), read by the action. */
const retour = z.string().max(2_000).default("");
const personName = (message: string) => requiredText(message, 300);

export const inviteSchema = z.object({
  email: emailText(),
  kind: z.enum(accountKinds, "Indiquez si le compte sert à un usage personnel ou professionnel."),
  retour,
});
export type InviteAccount = { email: string; kind: z.infer<typeof inviteSchema>["kind"]; returnTo?: string };

export const finaliseSchema = z
  .object({
    firstName: personName("Saisissez votre prénom."),
    lastName: personName("Saisissez votre nom."),
    ...newPassword,
    terms: tickedBox("Cochez la case pour accepter les conditions d’utilisation."),
    jeton,
  })
  .refine(isConfirmed, unconfirmed);
export type FinaliseAccount = z.infer<typeof finaliseSchema>;

export const signInSchema = z.object({
  identifier: requiredText("Saisissez votre identifiant ou votre courriel.", 254).transform((text) =>
    text.toLowerCase(),
  ),
  password: anyPassword("Saisissez votre mot de passe."),
  retour,
});
export type SignIn = { identifier: string; password: string };

export const forgottenPasswordSchema = z.object({
  identifier: requiredText("Saisissez votre identifiant ou votre courriel.", 254).transform((text) =>
    text.toLowerCase(),
  ),
});

export const newPasswordSchema = z.object({ ...newPassword, jeton }).refine(isConfirmed, unconfirmed);
export type NewPassword = z.infer<typeof newPasswordSchema>;

export const forgottenUsernameSchema = z.object({ email: emailText() });

export const changePasswordSchema = z
  .object({ currentPassword: anyPassword("Saisissez votre mot de passe actuel."), ...newPassword })
  .refine(isConfirmed, unconfirmed);
export type ChangePassword = z.infer<typeof changePasswordSchema>;

const postalCode = z
  .string()
  .transform((text) => text.replace(/\s/g, ""))
  .refine((text) => text === "" || /^\d{5}$/.test(text), "Saisissez un code postal de 5 chiffres, comme 80000.")
  .default("");

/** F20. Telephones are checked by the command, which knows their formats. */
export const profileSchema = z.object({
  civility: z.enum(civilities, "Choisissez « Madame » ou « Monsieur », ou laissez vide.").or(z.literal("")).default(""),
  firstName: personName("Saisissez votre prénom."),
  lastName: personName("Saisissez votre nom."),
  addressLine: optionalText(200),
  addressExtra: optionalText(200),
  postalCode,
  commune: optionalText(100),
  phone: optionalText(40),
  mobile: optionalText(40),
});
export type SaveProfile = z.infer<typeof profileSchema>;

export const preferencesSchema = z.object({
  preferredContact: z.enum(contactChannels, "Choisissez comment vous préférez être contacté."),
  /** The optional notifications that stay on: boxes ticked. */
  notifications: listOf(z.string().max(60)),
});
export type SavePreferences = z.infer<typeof preferencesSchema>;

export const changeEmailSchema = z.object({
  email: emailText("Saisissez votre nouveau courriel."),
  currentPassword: anyPassword("Saisissez votre mot de passe actuel."),
});
export type ChangeEmail = z.infer<typeof changeEmailSchema>;

export const linkSchema = z.object({ jeton });
