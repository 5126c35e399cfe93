import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** « +33612345678 » from what was typed, French numbers first; null when it is no possible number. */
export function toInternationalPhone(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text, "FR");
  return parsed?.isValid() ? parsed.number : null;
}

/** « 06 12 34 56 78 », or « +32 470 12 34 56 » for a number from elsewhere. */
export function toReadablePhone(international: string): string {
  const parsed = parsePhoneNumberFromString(international);
  if (!parsed) return international;
  return parsed.country === "FR" ? parsed.formatNational() : parsed.formatInternational();
}
