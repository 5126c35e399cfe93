import { cleanBlock, cleanLine } from "@/lib/shared/clean-text";
import { isRna, isSiret } from "@/lib/shared/identifiers";
import { readName as readPersonName } from "@/lib/shared/person-name";
import { longestPlaceName, readPlaceText } from "@/lib/shared/place";
import { quote } from "@/lib/shared/text";
import type { LongTextFieldDef, TextFieldDef, TextFormat } from "../form";
import { tidyPlate } from "./plates";
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

const longestLine = 300;

export const textKind: Kind<TextFieldDef> = {
  ...plainTraits,
  parts: () => [""],
  read: (field, controls) => readLine(textOf(controls), field),
  write: (stored) => inOnly(typeof stored === "string" ? stored : null),
  show: (stored) => (typeof stored === "string" ? [stored] : []),
  missing: missingWhole,
};

export const longTextKind: Kind<LongTextFieldDef> = {
  ...plainTraits,
  parts: () => [""],
  read: (field, controls) => {
    const text = cleanBlock(textOf(controls));
    if (text === "") return empty;
    return checkCharacters(text) ?? checkLength(text, field.label, field.maxLength) ?? value(text);
  },
  write: (stored) => inOnly(typeof stored === "string" ? stored : null),
  show: (stored) => (typeof stored === "string" ? stored.split("\n") : []),
  missing: missingWhole,
};

type Line = { label: string; format?: TextFormat; maxLength?: number };

/** A line of text, also for the parts of addresses and persons. */
export function readLine(typed: string, { label, format = "free", maxLength = longestLine }: Line): Reading {
  const text = cleanLine(typed);
  if (text === "") return empty;
  return checkCharacters(text) ?? checkLength(text, label, maxLength) ?? formats[format](text, label);
}

/** A line of an address, or the name of a place, whatever the field it stands in. */
export function readPlace(typed: string, label: string, longest = longestPlaceName): Reading {
  const reading = readPlaceText(typed, quote(label), longest);
  if (!reading.ok) return wrong(reading.message);
  return reading.value === "" ? empty : value(reading.value);
}

/** A name: for a person's first or last name, whatever the field it stands in. */
export function readName(typed: string, label: string): Reading {
  const reading = readPersonName(typed, quote(label));
  if (!reading.ok) return wrong(reading.message);
  return reading.value === "" ? empty : value(reading.value);
}

const formats: Record<TextFormat, (text: string, label: string) => Reading> = {
  free: (text) => value(text),
  name: (text, label) => readName(text, label),
  place: (text, label) => readPlace(text, label),
  siret: (text, label) => {
    const digits = text.replace(/[\s.\-]/g, "");
    if (!/^\d{14}$/.test(digits))
      return wrong(`${quote(label)} doit compter 14 chiffres, par exemple 732 829 320 00074.`);
    return isSiret(digits) ? value(digits) : wrong(`${quote(label)} n’existe pas : vérifiez chaque chiffre.`);
  },
  rna: (text, label) => {
    const code = text.replace(/[\s.\-]/g, "").toUpperCase();
    return isRna(code) ? value(code) : wrong(`${quote(label)} est un W suivi de 9 chiffres, par exemple W751234567.`);
  },
  plate: (text, label) => {
    const plate = tidyPlate(text);
    return plate ? value(plate) : wrong(`${quote(label)} doit être une plaque comme AB-123-CD.`);
  },
};

function checkLength(text: string, label: string, maxLength: number): Reading | null {
  const length = [...text].length;
  if (length <= maxLength) return null;
  const excess = length - maxLength;
  const toRemove = `${excess.toLocaleString("fr-FR")} caractère${excess > 1 ? "s" : ""}`;
  return wrong(`${quote(label)} est trop long : retirez ${toRemove} (${maxLength.toLocaleString("fr-FR")} au plus).`);
}
