import { cleanLine } from "@/lib/shared/clean-text";
import { quote } from "@/lib/shared/text";
import type { NumberFieldDef } from "../form";
import { empty, inOnly, missingWhole, plainTraits, textOf, value, wrong, type Kind, type Reading } from "./reading";

/** « 1 234,5 », « 1234.5 », « 300 € »: kept as a number. */
export const numberKind: Kind<NumberFieldDef> = {
  ...plainTraits,
  problems: ({ min = -Infinity, max = Infinity }) => (min > max ? ["bounds crossed"] : []),
  parts: () => [""],
  read: (field, controls) => readNumber(textOf(controls), field),
  write: (stored) => inOnly(isNumber(stored) ? plain(stored) : null),
  show: (stored, field) => (isNumber(stored) ? [withUnit(stored, field.unit)] : []),
  missing: missingWhole,
};

function readNumber(typed: string, field: NumberFieldDef): Reading {
  const text = cleanLine(typed);
  if (text === "") return empty;
  const bare = withoutUnit(text, field.unit)
    .replace(/[\s'’]/g, "")
    .replace(",", ".")
    .replace(/^\+/, "");
  if (!/^-?\d{1,15}(?:\.\d{1,15})?$/.test(bare))
    return wrong(`${quote(field.label)} doit être un nombre, par exemple ${example(field)}.`);
  const number = Number(bare) + 0;
  if (field.isWhole && !Number.isInteger(number))
    return wrong(`${quote(field.label)} doit être un nombre entier, sans virgule.`);
  return outOfBounds(number, field) ?? value(number === 0 ? 0 : number);
}

function outOfBounds(number: number, { label, min, max, unit }: NumberFieldDef): Reading | null {
  if (min !== undefined && number < min) return wrong(`${quote(label)} doit être de ${withUnit(min, unit)} au moins.`);
  if (max !== undefined && number > max) return wrong(`${quote(label)} doit être de ${withUnit(max, unit)} au plus.`);
  return null;
}

function withoutUnit(text: string, unit: string | undefined): string {
  for (const suffix of [unit, "€", "euros", "euro"]) {
    if (suffix && text.toLowerCase().endsWith(suffix.toLowerCase())) return text.slice(0, text.length - suffix.length);
  }
  return text;
}

function example({ min = 1, max = 100 }: NumberFieldDef): number {
  return Math.round((min + Math.min(max, min + 20)) / 2);
}

function withUnit(number: number, unit: string | undefined): string {
  // An amount has its cents, or none: « 1 500,50 € », « 30 € ».
  const cents = unit === "€" && !Number.isInteger(number) ? { minimumFractionDigits: 2 } : {};
  const text = number.toLocaleString("fr-FR", { maximumFractionDigits: 15, ...cents });
  return unit ? `${text}\u00a0${unit}` : text;
}

/** As one types it in France, without grouping: « 1234,5 ». */
function plain(number: number): string {
  return number.toLocaleString("fr-FR", { useGrouping: false, maximumFractionDigits: 15 });
}

function isNumber(stored: unknown): stored is number {
  return typeof stored === "number" && Number.isFinite(stored);
}
