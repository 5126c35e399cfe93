import { electronicFormatIBAN, isValidIBAN } from "ibantools";
import { cleanLine } from "./clean-text";

const longest = 80;

export type IbanReading = { ok: true; value: string } | { ok: false; problem: "length" | "unknown" };

/** The only reader of an IBAN, as it is copied from a RIB: « IBAN : FR76 3000… », dots, dashes. In capitals, without spaces. */
export function readIban(typed: string): IbanReading {
  const text = cleanLine(typed)
    .replace(/^(?:code )?iban ?(?:n° ?)?:? ?/i, "")
    .replace(/[._\u2010-\u2015]/g, "");
  const iban = text.length <= longest ? (electronicFormatIBAN(text) ?? "") : "";
  if (isValidIBAN(iban)) return { ok: true, value: iban };
  return { ok: false, problem: iban.startsWith("FR") && iban.length !== 27 ? "length" : "unknown" };
}

/** In groups of four, as on a RIB. */
export function showIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ");
}
