import { parsePhoneNumberFromString } from "libphonenumber-js";
import { electronicFormatIBAN, isValidIBAN } from "ibantools";
import { cleanLine } from "@/lib/shared/clean-text";
import type { EmailFieldDef, IbanFieldDef, PhoneFieldDef, SimpleField } from "../form";
import {
  checkCharacters,
  empty,
  inOnly,
  missingWhole,
  quote,
  textOf,
  value,
  wrong,
  type Kind,
  type Reading,
} from "./reading";

/** RFC 5321: 254 characters at most. Each class excludes the character that ends it, so matching is linear. */
const emailPattern = /^[^\s@<>()[\]",;:\\]{1,64}@[^\s@<>()[\]",;:\\.]+(?:\.[^\s@<>()[\]",;:\\.]+)+$/;

export const emailKind: Kind<EmailFieldDef> = {
  ...oneLine(),
  read: (field, controls) => {
    const text = cleanLine(textOf(controls)).replaceAll(" ", "").toLowerCase();
    if (text === "") return empty;
    const broken = checkCharacters(text);
    if (broken) return broken;
    if (text.length <= 254 && emailPattern.test(text)) return value(text);
    return wrong(`${quote(field.label)} doit être une adresse comme prenom.nom@exemple.fr.`);
  },
};

/** Kept as E.164: « +33612345678 ». A number without prefix is French. */
export const phoneKind: Kind<PhoneFieldDef> = {
  ...oneLine(),
  read: (field, controls) => {
    const text = cleanLine(textOf(controls));
    if (text === "") return empty;
    const number = text.length <= 40 ? parsePhoneNumberFromString(text, "FR") : undefined;
    if (number?.isValid() && !number.ext) return value(number.number);
    return wrong(`${quote(field.label)} doit être un numéro comme 06 12 34 56 78, ou +32 470 12 34 56 à l’étranger.`);
  },
  write: (stored) => inOnly(typeof stored === "string" ? showPhone(stored) : null),
  show: (stored) => (typeof stored === "string" ? [showPhone(stored)] : []),
};

export const ibanKind: Kind<IbanFieldDef> = {
  ...oneLine(),
  read: (field, controls) => readIban(textOf(controls), field),
  write: (stored) => inOnly(typeof stored === "string" ? showIban(stored) : null),
  show: (stored) => (typeof stored === "string" ? [showIban(stored)] : []),
};

/** « 06 12 34 56 78 » for a French number, « +32 470 12 34 56 » otherwise. */
function showPhone(e164: string): string {
  const number = e164.length <= 20 ? parsePhoneNumberFromString(e164, "FR") : undefined;
  if (!number) return e164;
  return number.countryCallingCode === "33" ? number.formatNational() : number.formatInternational();
}

function readIban(typed: string, field: IbanFieldDef): Reading {
  const text = cleanLine(typed);
  if (text === "") return empty;
  const iban = text.length <= 60 ? (electronicFormatIBAN(text) ?? "") : "";
  if (isValidIBAN(iban)) return value(iban);
  const isFrench = iban.startsWith("FR") && iban.length !== 27;
  if (isFrench)
    return wrong(`${quote(field.label)} doit compter 27 caractères, par exemple FR76 3000 6000 0112 3456 7890 189.`);
  return wrong(
    `${quote(field.label)} n’est pas un IBAN valable : recopiez-le depuis votre RIB, il commence par FR en France.`,
  );
}

function showIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ");
}

function oneLine<F extends SimpleField>(): Pick<Kind<F>, "parts" | "write" | "show" | "missing"> {
  return {
    parts: () => [""],
    write: (stored) => inOnly(typeof stored === "string" ? stored : null),
    show: (stored) => (typeof stored === "string" ? [stored] : []),
    missing: missingWhole,
  };
}
