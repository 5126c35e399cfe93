import { cleanLine, isBroken } from "./clean-text";
import { apostrophes } from "./text";

/** A part of a name: the first names, or the name. The longest that a French act holds is far below. */
export const longestName = 100;

/** Where a first name would stand, of who has none. */
export const oneNameWords = "Sans prénom\u00a0: un seul nom";

/** Letters of any alphabet, marks, apostrophes, hyphens, full stops, and commas between given names. */
const allowed = /^[\p{L}\p{M} ’.,·-]+$/u;
const hyphens = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const hidden = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** « www.exemple », « exemple.fr »: a full stop stuck between letters, then an ending of the web. */
const webAddress = /^www\.|\p{L}\.(?:com|fr|net|org|eu|io|info|biz|ru|xyz|top|shop|site|online|re)$/iu;

export type NameReading = { ok: true; value: string } | { ok: false; message: string };

/**
 * The only reader of a part of a person's name: every apostrophe becomes « ’ », every hyphen « - ». `subject` begins the
 * sentence of a refusal: « Le prénom ». Nothing typed gives « "" ».
 */
export function readName(typed: string, subject: string): NameReading {
  const text = cleanLine(cleanLine(typed).replace(hidden, "").replace(apostrophes, "’").replace(hyphens, "-"));
  if (text === "") return { ok: true, value: "" };
  const refusal = refusalOf(text, subject);
  return refusal === null ? { ok: true, value: text } : { ok: false, message: refusal };
}

function refusalOf(text: string, subject: string): string | null {
  if (isBroken(text))
    return "Un caractère de ce texte ne peut pas être enregistré\u00a0: effacez-le, puis saisissez-le à nouveau.";
  if ([...text].length > longestName) return `${subject} est trop long\u00a0: ${longestName} caractères au plus.`;
  const single = text.split(/[(/]/)[0]?.trim() ?? "";
  if (/[(/]/.test(text) && isName(single))
    return `${subject} s’écrit seul, sans parenthèse ni barre\u00a0: par exemple «\u00a0${single}\u00a0», et non «\u00a0${text}\u00a0».`;
  if (isName(text)) return null;
  return `${subject} s’écrit avec des lettres, des espaces, des apostrophes et des traits d’union.`;
}

function isName(text: string): boolean {
  return allowed.test(text) && /\p{L}/u.test(text) && !webAddress.test(text);
}
