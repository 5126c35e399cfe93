import { z } from "zod";

/** Pieces of schemas for what a form posts, with their sentences in French. */

/** One line or several, trimmed, that must hold something. */
export function requiredText(message: string, max = 200) {
  return z.string(message).trim().min(1, message).max(max, tooLong(max));
}

/** The same, that may be left empty: « "" » then. */
export function optionalText(max = 200) {
  return z.string("Saisissez un texte.").trim().max(max, tooLong(max)).default("");
}

/** Several controls of one name: absent gives an empty list, one alone a list of one. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value): unknown[] => (value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value]),
    z.array(item).max(200),
  );
}

/** A box that must be ticked. */
export function tickedBox(message: string) {
  return z
    .string(message)
    .min(1, message)
    .transform(() => true as const);
}

const emailMessage = "Saisissez un courriel complet, comme prenom.nom@exemple.fr.";

/** An address in lower case, without spaces around. Only what is impossible is refused. */
export function emailText(missing = "Saisissez votre courriel.") {
  return z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(254, emailMessage)
    .transform((text) => text.toLowerCase())
    .refine(
      (text) => /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/.test(text),
      emailMessage,
    );
}

function tooLong(max: number): string {
  return `Ce texte est trop long : ${max} caractères au plus.`;
}
