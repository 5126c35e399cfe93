import { z } from "zod";
import { unlessAtFault } from "./at-fault";

/** What a new password must be (T2), said by the forms and checked by the commands, for citizens and agents alike. */
export const minPasswordLength = 12;
export const maxPasswordLength = 128;
export const minDifferentCharacters = 6;

/** Long texts are cut before they are hashed: argon2 would otherwise read a megabyte. */
export const anyPassword = (message: string) => z.string(message).min(1, message).max(1_000, message);

/** The two controls of a form that chooses a password. */
export const newPassword = {
  password: anyPassword("Choisissez un mot de passe.").refine(
    (text) => text === "" || Array.from(text).length >= minPasswordLength,
    `Choisissez un mot de passe d’au moins ${minPasswordLength} caractères.`,
  ),
  passwordConfirmation: anyPassword("Saisissez le mot de passe une seconde fois."),
};

type Typed = { password: string; passwordConfirmation: string };
export const isConfirmed = ({ password, passwordConfirmation }: Typed) =>
  password.normalize("NFC") === passwordConfirmation.normalize("NFC");

/** F17. */
export const unconfirmed = {
  path: ["passwordConfirmation"],
  error: "Les deux mots de passe doivent être identiques.",
  when: unlessAtFault("password", "passwordConfirmation"),
};

/** A password being typed and the personal words that the page knows, to be told whether it is hard to guess. */
export const passwordCheckSchema = z.object({
  password: z.string().min(1).max(1_000),
  words: z.array(z.string().max(1_000)).max(20).default([]),
});
export type PasswordCheck = z.output<typeof passwordCheckSchema>;
