import { cleanLine } from "@/lib/shared/clean-text";
import { readEmail } from "@/lib/shared/email";
import { readIban, showIban } from "@/lib/shared/iban";
import { readPhone, showPhone } from "@/lib/shared/phone";
import { quote } from "@/lib/shared/text";
import type { EmailFieldDef, IbanFieldDef, PhoneFieldDef, SimpleField } from "../form";
import {
  checkCharacters,
  empty,
  inOnly,
  missingWhole,
  plainTraits,
  textOf,
  value,
  wrong,
  type Kind,
  type Reading,
} from "./reading";

export const emailKind: Kind<EmailFieldDef> = {
  ...oneLine(),
  read: (field, controls) =>
    readWith(textOf(controls), readEmail, `${quote(field.label)} doit être une adresse comme prenom.nom@exemple.fr.`),
};

/** Kept as E.164: « +33612345678 ». */
export const phoneKind: Kind<PhoneFieldDef> = {
  ...oneLine(),
  read: (field, controls) =>
    readWith(
      textOf(controls),
      readPhone,
      `${quote(field.label)} doit être un numéro comme 06 12 34 56 78, ou +32 470 12 34 56 à l’étranger.`,
    ),
  write: (stored) => inOnly(typeof stored === "string" ? showPhone(stored) : null),
  show: (stored) => (typeof stored === "string" ? [showPhone(stored)] : []),
};

export const ibanKind: Kind<IbanFieldDef> = {
  ...oneLine(),
  read: (field, controls) => readRib(textOf(controls), field),
  write: (stored) => inOnly(typeof stored === "string" ? showIban(stored) : null),
  show: (stored) => (typeof stored === "string" ? [showIban(stored)] : []),
};

function readWith(typed: string, read: (typed: string) => string | null, refusal: string): Reading {
  const text = cleanLine(typed);
  if (text === "") return empty;
  const broken = checkCharacters(text);
  if (broken) return broken;
  const found = read(text);
  return found === null ? wrong(refusal) : value(found);
}

function readRib(typed: string, field: IbanFieldDef): Reading {
  if (cleanLine(typed) === "") return empty;
  const reading = readIban(typed);
  if (reading.ok) return value(reading.value);
  return wrong(
    reading.problem === "length"
      ? `${quote(field.label)} doit compter 27 caractères, par exemple FR76 3000 6000 0112 3456 7890 189.`
      : `${quote(field.label)} n’est pas un IBAN valable : recopiez-le depuis votre RIB, il commence par FR en France.`,
  );
}

function oneLine<F extends SimpleField>(): Pick<Kind<F>, Exclude<keyof Kind<F>, "read">> {
  return {
    ...plainTraits,
    parts: () => [""],
    write: (stored) => inOnly(typeof stored === "string" ? stored : null),
    show: (stored) => (typeof stored === "string" ? [stored] : []),
    missing: missingWhole,
  };
}
