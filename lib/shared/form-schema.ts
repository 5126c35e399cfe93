import { z } from "zod";
import { cleanBlock, cleanLine } from "./clean-text";
import { readEmail, readIdentifier } from "./email";
import { isId } from "./ids";
import { readName, longestName } from "./person-name";
import { readPhone } from "./phone";
import { longestAddressLine, longestPlaceName, readPlaceText, readPostalCode } from "./place";
import { readTypedDate, type DateQuestion } from "./typed-date";

/**
 * Pieces of schemas for what a form posts, with their sentences in French. A datum that has a reader (address, name, number…)
 * is read by its piece here at every door: a rule of the linter sees to it (docs/decisions/036).
 */

/** What a form may post of one control, before anything reads it. */
export const longestTyped = 1_000;

/** What is said of a thing that no control holds: of the page, never beside a field. */
export const pageSentences = {
  address: "L’adresse de cette page est incomplète.",
  reload: "Rechargez la page.",
} as const;

/** The identifier of a thing, which a page of ours writes in its form: `message` where it is chosen in a list. Nothing says that it exists. */
export function idOf<T extends string>(message: string = pageSentences.address) {
  return z.custom<T>((value) => typeof value === "string" && isId(value), message);
}

/** One line or several, cleaned of what nobody sees, that must hold something. */
export function requiredText(message: string, max = 200) {
  return z.string(message).overwrite(cleanBlock).min(1, message).max(max, tooLong(max));
}

/** One line or several, cleaned likewise, that may be left empty: « "" » then. */
export function optionalText(max = 200) {
  return z.string("Saisissez un texte.").overwrite(cleanBlock).max(max, tooLong(max)).default("");
}

/** One thing a line, at least one where `missing` says so. Empty lines, and the dashes of a list, are left out. */
export function linesText(max: number, missing?: string) {
  const text = missing === undefined ? optionalText(max) : requiredText(missing, max);
  return text.transform((typed) =>
    typed
      .split("\n")
      .map((line) => cleanLine(line.replace(/^[-•*]\s*/, "")))
      .filter(Boolean),
  );
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

/** An e-mail address in the one form that is kept (lib/shared/email.ts). */
export function emailText(missing = "Saisissez votre courriel.") {
  return z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(longestTyped, emailMessage)
    .transform((typed, context): string => readEmail(typed) ?? refused(context, emailMessage));
}

/** An e-mail address, or nothing: « "" » then. */
export function optionalEmail() {
  return z.union([z.string().trim().length(0), emailText()]).default("");
}

/** An e-mail address or an identifiant, to sign in or to be helped. */
export function identifierText(missing = "Saisissez votre identifiant ou votre courriel.") {
  return z.string(missing).trim().min(1, missing).max(longestTyped, tooLong(longestTyped)).transform(readIdentifier);
}

/** A part of a person's name (lib/shared/person-name.ts). `subject` begins a refusal: « Le prénom ». */
export function nameText(missing: string, subject: string) {
  return optionalName(subject).refine((name) => name !== "", missing);
}

/** A part of a person's name that may be left empty. */
export function optionalName(subject: string) {
  return z
    .string(`${subject} est un texte.`)
    .max(longestTyped, `${subject} est trop long : ${longestName} caractères au plus.`)
    .transform((typed, context): string => {
      const reading = readName(typed, subject);
      return reading.ok ? reading.value : refused(context, reading.message);
    })
    .default("");
}

/** A telephone number in international form, or nothing (lib/shared/phone.ts). */
export function optionalPhone() {
  const message = "Saisissez un numéro complet, comme 06 12 34 56 78 ou +32 470 12 34 56.";
  return optionalText(longestTyped).transform((typed, context): string =>
    typed === "" ? "" : (readPhone(typed) ?? refused(context, message)),
  );
}

/** A French postal code, or nothing (lib/shared/place.ts). */
export function optionalPostalCode() {
  return optionalText(longestTyped).transform((typed, context): string =>
    typed === ""
      ? ""
      : (readPostalCode(typed) ?? refused(context, "Saisissez un code postal de 5 chiffres, comme 80000.")),
  );
}

/** A line of an address, or nothing (lib/shared/place.ts). `subject` begins a refusal: « L’adresse ». */
export function optionalAddressLine(subject = "L’adresse") {
  return placeText(subject, longestAddressLine);
}

/** The name of a commune, or nothing; which one is meant is for the command, which knows those of each postal code. */
export function optionalCommune(subject = "La commune") {
  return placeText(subject, longestPlaceName);
}

function placeText(subject: string, longest: number) {
  return optionalText(longestTyped).transform((typed, context): string => {
    const reading = readPlaceText(typed, subject, longest);
    return reading.ok ? reading.value : refused(context, reading.message);
  });
}

/** The three boxes of a date, as typed: `readTypedDate` judges them. */
export function dateBoxes() {
  return z.object({ day: optionalText(60), month: optionalText(40), year: optionalText(10) }).prefault({});
}

/** Three boxes that may stay empty: null then, else « 2027-03-28 ». */
export function optionalDay(question: DateQuestion) {
  return dateBoxes().transform((typed, context): string | null => {
    if (`${typed.day}${typed.month}${typed.year}` === "") return null;
    const read = readTypedDate(typed, question);
    if (read.ok) return read.value;
    context.addIssue({ code: "custom", message: read.message, path: read.part ? [read.part] : [] });
    return null;
  });
}

/** « https://www.ville.fr/page »: nothing that runs, no space. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(text);
}

function refused(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

function tooLong(max: number): string {
  return `Ce texte est trop long : ${max} caractères au plus.`;
}
