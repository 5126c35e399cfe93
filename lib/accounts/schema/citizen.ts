import { z } from "zod";
import { unlessAtFault } from "@/lib/shared/at-fault";
import {
  emailText,
  identifierText,
  idOf,
  listOf,
  nameText,
  optionalAddressLine,
  optionalCommune,
  optionalName,
  optionalPhone,
  optionalPostalCode,
  requiredText,
  tickedBox,
} from "@/lib/shared/form-schema";
import type { SessionId } from "@/lib/shared/ids";
import { unjudged } from "@/lib/shared/kept-value";
import { anyPassword, isConfirmed, newPassword, unconfirmed } from "@/lib/shared/new-password";
import { accountKinds, civilities, contactChannels } from "@/lib/vocabulary/roles";

/** A secret of a link: 32 bytes in base64url. Anything else simply opens nothing. */
const jeton = z.string().max(200).default("");
/** Sealed by the portal (lib/web/route/return-path.ts), read by the action. */
const retour = z.string().max(2_000).default("");
const usernameLength = "Choisissez un identifiant de 3 à 60 caractères.";

export const inviteSchema = z.object({
  email: emailText(),
  kind: z.enum(accountKinds, "Indiquez si le compte sert à un usage personnel ou professionnel."),
  retour,
});
export type InviteAccount = { email: string; kind: z.infer<typeof inviteSchema>["kind"]; returnTo?: string };

/** Who the account is of. « Je n’ai qu’un seul nom » stands for the first name, and takes away what was typed there. */
const names = {
  firstName: optionalName("Le prénom"),
  hasOneName: z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes"),
  lastName: nameText("Saisissez votre nom.", "Le nom"),
};
type Names = { firstName: string; hasOneName: boolean };
const hasNames = ({ firstName, hasOneName }: Names) => hasOneName || firstName !== "";
const noFirstName = {
  path: ["firstName"],
  message: "Saisissez votre prénom, ou cochez «\u00a0Je n’ai qu’un seul nom\u00a0».",
  when: unlessAtFault("firstName", "hasOneName"),
};
const withoutFirstName = <T extends Names>({ hasOneName, ...named }: T) => ({
  ...named,
  firstName: hasOneName ? "" : named.firstName,
});

export const finaliseSchema = z
  .object({
    ...names,
    ...newPassword,
    terms: tickedBox("Cochez la case pour accepter les conditions d’utilisation."),
    jeton,
  })
  .refine(hasNames, noFirstName)
  .refine(isConfirmed, unconfirmed)
  .transform(withoutFirstName);
export type FinaliseAccount = z.infer<typeof finaliseSchema>;

export const signInSchema = z.object({
  identifier: identifierText(),
  password: anyPassword("Saisissez votre mot de passe."),
  retour,
});
export type SignIn = { identifier: string; password: string };

export const forgottenPasswordSchema = z.object({
  identifier: identifierText(),
});

export const signInLinkSchema = forgottenPasswordSchema.extend({ retour });

/** T1, F71. Never with an « @ »: an identifiant that looks like an e-mail could be somebody else's. */
export const changeUsernameSchema = z.object({
  username: requiredText("Saisissez votre nouvel identifiant.")
    .transform((text) => text.toLowerCase())
    .pipe(
      z
        .string()
        .min(3, usernameLength)
        .max(60, usernameLength)
        .regex(
          /^[a-z0-9.-]+$/,
          "Utilisez seulement des lettres sans accent, des chiffres, des points et des traits d’union.",
        )
        .regex(/^[a-z0-9].*[a-z0-9]$/, "Commencez et terminez par une lettre ou un chiffre."),
    ),
});
export type ChangeUsername = z.infer<typeof changeUsernameSchema>;

export const newPasswordSchema = z.object({ ...newPassword, jeton }).refine(isConfirmed, unconfirmed);
export type NewPassword = z.infer<typeof newPasswordSchema>;

export const forgottenUsernameSchema = z.object({ email: emailText() });

export const changePasswordSchema = z
  .object({ currentPassword: anyPassword("Saisissez votre mot de passe actuel."), ...newPassword })
  .refine(isConfirmed, unconfirmed);
export type ChangePassword = z.infer<typeof changePasswordSchema>;

const civility = z
  .enum(civilities, "Choisissez « Madame » ou « Monsieur », ou laissez vide.")
  .or(z.literal(""))
  .default("");

/** F20, F69: one rubric, one form. */
export const identitySchema = z
  .object({ civility, ...names })
  .refine(hasNames, noFirstName)
  .transform(withoutFirstName);
export type SaveIdentity = z.infer<typeof identitySchema>;

export const namePieces = { firstName: names.firstName, lastName: names.lastName };
/** The same on the page of the account, whose values are judged beside those that it keeps (`readChange`). */
export const identityFormSchema = z
  .object({ civility, ...names, ...unjudged(namePieces) })
  .refine(hasNames, noFirstName)
  .transform(withoutFirstName);

/** The commune is checked by the command, which knows those of each postal code. */
export const addressPieces = {
  addressLine: optionalAddressLine(),
  addressExtra: optionalAddressLine("Le complément d’adresse"),
  postalCode: optionalPostalCode(),
  commune: optionalCommune(),
};
export const addressSchema = z.object(addressPieces);
export const addressFormSchema = z.object(unjudged(addressPieces));
export type SaveAddress = z.infer<typeof addressSchema>;

/** F25, F70. Telephones in international form. */
export const phonePieces = { phone: optionalPhone(), mobile: optionalPhone() };
const preferredContact = z.enum(contactChannels, "Choisissez comment vous préférez être contacté.");
export const contactSchema = z.object({ ...phonePieces, preferredContact });
export const contactFormSchema = z.object({ ...unjudged(phonePieces), preferredContact });
export type SaveContact = z.infer<typeof contactSchema>;

export const preferencesSchema = z.object({
  /** The optional notifications that stay on: boxes ticked. */
  notifications: listOf(z.string().max(60)),
});
export type SavePreferences = z.infer<typeof preferencesSchema>;

export const changeEmailSchema = z.object({
  email: emailText("Saisissez votre nouveau courriel."),
  currentPassword: anyPassword("Saisissez votre mot de passe actuel."),
});
export type ChangeEmail = z.infer<typeof changeEmailSchema>;

export const endSessionSchema = z.object({
  sessionId: idOf<SessionId>(),
});
export type EndSession = z.infer<typeof endSessionSchema>;

export const linkSchema = z.object({ jeton });
