import { cleanLine } from "./clean-text";
import { fold } from "./text";

/** The only reader of a French postal code: five digits, « F-80000 » and spaces understood. Null for anything else. */
export function readPostalCode(typed: string): string | null {
  const digits = cleanLine(typed)
    .replace(/^f ?- ?/i, "")
    .replaceAll(" ", "");
  return /^\d{5}$/.test(digits) ? digits : null;
}

/** Whether the country typed is France, or none. */
export function isFrance(typed: string): boolean {
  return ["", "france", "france metropolitaine", "fr"].includes(fold(cleanLine(typed)));
}

/** A commune as it is compared: « St », « Œ », capitals, hyphens, « CEDEX 1 » and « 16e arrondissement » make no difference. */
export function comparableCommune(name: string): string {
  return fold(cleanLine(name))
    .replace(/\bcedex\b.*$/, "")
    .replace(/\bst(e?)\b/g, "saint$1")
    .replace(/\b(\d{1,2})(?:er|e|eme)?(?: arr(?:ondissement)?\.?)?$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
