import { parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/min";
import { cleanLine } from "./clean-text";

/** What is longer is no number. */
const longest = 40;

/**
 * Numbers of the plan that are dialled as French ones and belong to another country code: Arcep, decision n° 2018-0881,
 * annex 1 (zones Antilles-Guyane and océan Indien), and the mobile bloc 07 09. 06 39 98 is kept for works of fiction.
 * Of the numbers of boxes (09), those that the metadata of libphonenumber give to one territory alone: 09 47, and 09 39 8 and 9.
 * It gives 09 76, and 09 39 5 to 7, to two of them: they stay as they were dialled, under +33.
 */
const overseas: readonly (readonly [RegExp, string])[] = [
  [/^(?:26[239]|639(?!98)|69[23]|7092|7093[5-9]|939[89]|947[89])/, "+262"],
  [/^(?:590|69[01]|7090|9475)/, "+590"],
  [/^(?:594|694|7093[0-4]|9476)/, "+594"],
  [/^(?:596|69[67]|7091|9477)/, "+596"],
  [/^708/, "+508"],
];
/** Saint-Pierre-et-Miquelon: 05 08 stands for the country code, before six digits. */
const saintPierre = /^508(\d{6})$/;
/** Numbers of those codes are dialled, and read, as French ones: 0692 12 34 56. */
const readAsFrench: ReadonlySet<string> = new Set(["262", "590", "594", "596"]);

/**
 * The only reader of a telephone number: « +33612345678 » from what was typed, a number without prefix being French, from
 * overseas too (0692… → +262692…). Null when it is no possible number.
 */
export function readPhone(typed: string): string | null {
  const text = cleanLine(typed);
  const parsed = text.length <= longest ? parsePhoneNumberFromString(text, "FR") : undefined;
  if (!parsed || parsed.ext) return null;
  return ofOverseas(parsed)?.number ?? (parsed.isValid() ? parsed.number : null);
}

/** « 06 12 34 56 78 », « 0692 12 34 56 » from overseas, « +32 470 12 34 56 » from elsewhere; what cannot be read, as it is. */
export function showPhone(international: string): string {
  const parsed = international.length <= longest ? parsePhoneNumberFromString(international) : undefined;
  if (!parsed) return international;
  const number = ofOverseas(parsed) ?? parsed;
  const isFrench = number.countryCallingCode === "33" || readAsFrench.has(number.countryCallingCode);
  return isFrench ? number.formatNational() : number.formatInternational();
}

/** The number in its own plan, when it belongs overseas: read as one of +33, or as such. Null for any other. */
function ofOverseas({ countryCallingCode, nationalNumber }: PhoneNumber): PhoneNumber | null {
  const digits = countryCallingCode === "33" ? saintPierre.exec(nationalNumber)?.[1] : undefined;
  const code =
    nationalNumber.length === 9 ? overseas.find(([pattern]) => pattern.test(nationalNumber))?.[1] : undefined;
  const number = digits ? `+508${digits}` : `${code ?? ""}${nationalNumber}`;
  if (!digits && !code) return null;
  // « +262 590… » is a slip: only +33, or its own code, stands before a number.
  if (code && countryCallingCode !== "33" && code !== `+${countryCallingCode}`) return null;
  return parsePhoneNumberFromString(number) ?? null;
}
