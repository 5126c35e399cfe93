import { cleanLine, isBroken } from "./clean-text";
import { fold } from "./text";

/** Characters of one line of an address, and of the name of a commune or of a country (the longest of France has 45). */
export const longestAddressLine = 200;
export const longestPlaceName = 100;

/** Joiners and the like, which `cleanLine` leaves to emoji. */
const hidden = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const pictures = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u;

export type PlaceReading = { ok: true; value: string } | { ok: false; message: string };

/**
 * The only reader of a line of an address, and of the name of a place: one line, whatever was pasted, without what nobody sees.
 * `subject` begins the sentence of a refusal: « L’adresse ». Nothing typed gives « "" ».
 */
export function readPlaceText(typed: string, subject: string, longest: number): PlaceReading {
  const text = cleanLine(cleanLine(typed).replace(hidden, ""));
  const refusal = text === "" ? null : refusalOf(text, subject, longest);
  return refusal === null ? { ok: true, value: text } : { ok: false, message: refusal };
}

function refusalOf(text: string, subject: string, longest: number): string | null {
  if (isBroken(text))
    return "Un caractère de ce texte ne peut pas être enregistré\u00a0: effacez-le, puis saisissez-le à nouveau.";
  const length = [...text].length;
  if (length > longest)
    return `${subject} est trop long\u00a0: ${longest} caractères au plus, et vous en avez saisi ${length}.`;
  if (pictures.test(text) || !/[\p{L}\p{N}]/u.test(text))
    return `${subject} s’écrit avec des lettres et des chiffres, sans émoji ni dessin.`;
  return null;
}

/** The only reader of a French postal code: five digits, « F-80000 » and spaces understood. Null for anything else. */
export function readPostalCode(typed: string): string | null {
  const digits = cleanLine(typed)
    .replace(/^f ?- ?/i, "")
    .replaceAll(" ", "");
  return /^\d{5}$/.test(digits) ? digits : null;
}

/** What people write for France: the parts whose postal codes are of the national list too (97 1 to 97 6). */
const frenchNames = new Set([
  ...["", "france", "france metropolitaine", "republique francaise", "fr", "fra", "corse"],
  ...[
    "guadeloupe",
    "martinique",
    "guyane",
    "guyane francaise",
    "reunion",
    "la reunion",
    "ile de la reunion",
    "mayotte",
  ],
]);

/** Whether the country typed is France, or none. */
export function isFrance(typed: string): boolean {
  return frenchNames.has(
    fold(cleanLine(typed).replace(hidden, ""))
      .replace(/[^a-z]+/g, " ")
      .trim(),
  );
}

/** Of the three communes that have some: « 16e », « XVIe », « (16) », « 16 ème arr. ». */
const arrondissement =
  /^ *(paris|lyon|marseille)[ (-]+(?:\d{1,2}|[ivx]{1,5}) ?(?:er|e|eme)?(?: arr(?:ondissement)?\.?)?\)? *$/;

/**
 * A commune as it is compared: « St », « Œ », « s/ », capitals, hyphens, its postal code written before, « CEDEX 1 » and
 * « 16e arrondissement » make no difference.
 */
export function comparableCommune(name: string): string {
  return fold(cleanLine(name).replace(hidden, ""))
    .replace(/^(?:f-?)?\d{5}\b/, "")
    .replace(/\bcedex\b.*$/, "")
    .replace(/\bst(e?)\b/g, "saint$1")
    .replace(/\bs\//g, "sur ")
    .replace(arrondissement, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
