import { cleanLine } from "@/lib/shared/clean-text";
import { isFrance, longestAddressLine, readPostalCode as readFrenchCode } from "@/lib/shared/place";
import { civilities, civilityLabels } from "@/lib/vocabulary/roles";
import type {
  AddressFieldDef,
  CommuneFieldDef,
  DateFieldDef,
  FormContext,
  PersonFieldDef,
  RawValues,
  SimpleField,
} from "../form";
import { birthExample, birthHelp } from "./examples";
import { readDate, showDate, writeDate } from "./dates";
import {
  empty,
  isRecord,
  missingText,
  plainTraits,
  textIn,
  textOf,
  value,
  type Controls,
  type Kind,
  type PartErrors,
  type Reading,
} from "./reading";
import { readName, readPlace } from "./texts";
import { isWaived } from "./waivers";

/** One part of a composite answer: how it is read, and what is said when it is missing (null: it may be). */
export type Part = { key: string; read: (typed: string) => Reading; missing: string | null };

export const communeKind: Kind<CommuneFieldDef> = {
  ...plainTraits,
  is: () => ["place"],
  parts: () => ["postalCode", "commune"],
  read: (field, controls) => readParts(spared(communeParts, field, controls), controls, field),
  write: (stored) => textsOf(stored, ["postalCode", "commune"]),
  show: (stored) => linesOf([`${textIn(stored, "postalCode")} ${textIn(stored, "commune")}`]),
  missing: (field) => missingParts(communeParts, field),
};

export const addressKind: Kind<AddressFieldDef> = {
  ...plainTraits,
  is: () => ["place", "home"],
  parts: (field) => (field.allowsAbroad ? [...addressNames, "country"] : addressNames),
  read: (field, controls) =>
    readParts(spared(addressParts(isAbroad(field, controls)), field, controls), controls, field),
  write: (stored) => textsOf(stored, [...addressNames, "country"]),
  show: (stored) => {
    const city = `${textIn(stored, "postalCode")} ${textIn(stored, "commune")}`;
    return linesOf([textIn(stored, "line"), textIn(stored, "extra"), city, textIn(stored, "country")]);
  },
  missing: (field) => missingParts(addressParts(false), field),
};

export const personKind: Kind<PersonFieldDef> = {
  ...plainTraits,
  is: () => ["person"],
  /** The law on names says nothing of a birth. */
  asksMoreThanLaw: ({ asks }) => asks.some((part) => part !== "civility"),
  parts: (field) => [
    ...(field.asks.includes("civility") ? ["civility"] : []),
    "firstName",
    oneNamePart,
    "lastName",
    ...(field.asks.includes("birthDate") ? ["birthDate.day", "birthDate.month", "birthDate.year", "birthDate"] : []),
    ...(field.asks.includes("birthPlace") ? ["birthPlace"] : []),
  ],
  read: (field, controls, context) => {
    const parts = personParts(field, controls);
    const read = withOneName(readParts(parts, controls, field), controls);
    if (!field.asks.includes("birthDate")) return read;
    const isKnown = !isWaived(field, controls);
    return withBirthDate(read, readDate(birthDateOf(field), controls, context, "birthDate."), {
      parts,
      field,
      isKnown,
      context,
    });
  },
  write: (stored): RawValues => {
    const birth = Object.entries(writeDate(isRecord(stored) ? stored.birthDate : undefined));
    const dated = Object.fromEntries(birth.map(([part, text]) => [`birthDate.${part}`, text]));
    const names = { ...textsOf(stored, ["civility", "firstName", "lastName", "birthPlace"]), ...dated };
    return hasOneName(stored) ? { ...names, [oneNamePart]: "yes" } : names;
  },
  show: showPerson,
  onPage: (field, day) => (field.asks.includes("birthDate") ? { birthHelp: birthHelp(field, day) } : {}),
  missing: (field, context) => {
    const parts = missingParts(
      personParts(field, () => []),
      field,
    );
    return field.asks.includes("birthDate") ? { ...parts, birthDate: birthMissing(field, context) } : parts;
  },
};

const birthMissing = (field: PersonFieldDef, context: Pick<FormContext, "today">) =>
  `Indiquez la date de naissance, par exemple ${birthExample(field, context)}.`;
/** « Cette personne n’a qu’un nom »: it stands in « Nom », and no first name is asked. */
const oneNamePart = "hasOneName";
const addressNames = ["line", "extra", "postalCode", "commune"];

const communeParts: readonly Part[] = [
  { key: "postalCode", read: readPostalCode, missing: "Indiquez le code postal, par exemple 80000." },
  { key: "commune", read: (typed) => readPlace(typed, "Commune"), missing: "Indiquez la commune." },
];

function addressParts(abroad: boolean): readonly Part[] {
  const line: Part = {
    key: "line",
    read: (typed) => readPlace(typed, "Adresse", longestAddressLine),
    missing: "Indiquez le numéro et le nom de la voie, par exemple 12 rue des Lilas.",
  };
  const extra: Part = {
    key: "extra",
    read: (typed) => readPlace(typed, "Complément d’adresse", longestAddressLine),
    missing: null,
  };
  const country: Part = {
    key: "country",
    read: (typed) => readPlace(typed, "Pays"),
    missing: null,
  };
  const [, commune] = communeParts;
  const foreignCode: Part = {
    key: "postalCode",
    read: (typed) => readPlace(typed, "Code postal", 20),
    missing: null,
  };
  return abroad && commune ? [line, extra, foreignCode, commune, country] : [line, extra, ...communeParts];
}

function isAbroad(field: AddressFieldDef, controls: Controls): boolean {
  return field.allowsAbroad === true && !isFrance(textOf(controls, "country"));
}

/** A waiver lets everything go, or the birth alone where the law asks for the names. */
function personParts(field: PersonFieldDef, controls: Controls): readonly Part[] {
  const { asks, law } = field;
  const isLenient = isWaived(field, controls);
  const areNamesDue = !isLenient || law !== undefined;
  const parts: (Part | null)[] = [
    asks.includes("civility") ? { key: "civility", read: readCivility, missing: null } : null,
    {
      key: "firstName",
      read: (typed) => readName(typed, "Prénom"),
      missing: areNamesDue && !isTicked(controls, oneNamePart) ? "Indiquez le prénom." : null,
    },
    { key: "lastName", read: (typed) => readName(typed, "Nom"), missing: areNamesDue ? "Indiquez le nom." : null },
    asks.includes("birthPlace")
      ? {
          key: "birthPlace",
          read: (typed) => readPlace(typed, "Commune de naissance"),
          missing: isLenient ? null : "Indiquez la commune de naissance.",
        }
      : null,
  ];
  return parts.filter((part) => part !== null);
}

/** Nothing typed at all is empty; something typed calls for the rest, save what a waiver covers. */
export function readParts(parts: readonly Part[], controls: Controls, field: SimpleField): Reading {
  const found: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const part of parts) {
    const reading = part.read(textOf(controls, part.key));
    if (reading.kind === "value") found[part.key] = reading.value;
    if (reading.kind === "wrong") errors[part.key] = reading.errors[""] ?? missingText(field);
    if (reading.kind === "empty" && part.missing !== null) errors[part.key] = part.missing;
  }
  const isTyped =
    parts.some((part) => textOf(controls, part.key).trim() !== "") ||
    isTicked(controls, oneNamePart) ||
    (field.law !== undefined && isWaived(field, controls));
  if (!isTyped) return empty;
  return Object.keys(errors).length > 0 ? { kind: "wrong", errors } : value(found);
}

function withOneName(read: Reading, controls: Controls): Reading {
  if (read.kind !== "value" || !isRecord(read.value) || !isTicked(controls, oneNamePart)) return read;
  const { firstName: _, ...rest } = read.value;
  return value({ ...rest, [oneNamePart]: true });
}

function hasOneName(stored: unknown): boolean {
  return isRecord(stored) && stored[oneNamePart] === true;
}

function isTicked(controls: Controls, part: string): boolean {
  return textOf(controls, part) !== "";
}

type Birth = { parts: readonly Part[]; field: PersonFieldDef; isKnown: boolean; context: FormContext };

function withBirthDate(read: Reading, birth: Reading, { parts, field, isKnown, context }: Birth): Reading {
  if (read.kind === "empty" && birth.kind === "empty") return empty;
  const errors: Record<string, string> = { ...(read.kind === "empty" ? missingParts(parts, field) : {}) };
  if (read.kind === "wrong") Object.assign(errors, read.errors);
  if (birth.kind === "empty" && isKnown) errors.birthDate = birthMissing(field, context);
  if (birth.kind === "wrong") Object.assign(errors, within("birthDate", birth.errors));
  if (Object.keys(errors).length > 0) return { kind: "wrong", errors };
  return value({
    ...(read.kind === "value" && isRecord(read.value) ? read.value : {}),
    ...(birth.kind === "value" ? { birthDate: birth.value } : {}),
  });
}

/** « day » → « birthDate.day », « » → « birthDate ». */
function within(part: string, errors: PartErrors): PartErrors {
  return Object.fromEntries(Object.entries(errors).map(([key, message]) => [key ? `${part}.${key}` : part, message]));
}

function birthDateOf(field: PersonFieldDef): DateFieldDef {
  return { key: field.key, type: "date", label: "Date de naissance", isBirthday: true, mayBePartial: true };
}

/** What a waiver covers is not compulsory. */
function spared(parts: readonly Part[], field: SimpleField, controls: Controls): readonly Part[] {
  return isWaived(field, controls) ? parts.map((part) => ({ ...part, missing: null })) : parts;
}

export function missingParts(parts: readonly Part[], field: SimpleField): PartErrors {
  const errors = parts
    .filter((part) => part.missing !== null)
    .map((part) => [part.key, part.missing ?? missingText(field)] as const);
  return Object.fromEntries(errors);
}

/** Five digits, spaces apart; « 2A000 » does not exist. */
function readPostalCode(typed: string): Reading {
  if (cleanLine(typed) === "") return empty;
  const code = readFrenchCode(typed);
  if (code) return value(code);
  return { kind: "wrong", errors: { "": "Le code postal doit compter 5 chiffres, par exemple 80000." } };
}

function readCivility(typed: string): Reading {
  const chosen = typed.trim();
  if (chosen === "") return empty;
  const isKnown = civilities.some((civility) => civility === chosen);
  return isKnown ? value(chosen) : { kind: "wrong", errors: { "": "Choisissez une des civilités proposées." } };
}

function showPerson(stored: unknown): readonly string[] {
  const civility = civilities.find((known) => known === textIn(stored, "civility"));
  const names = [civility ? civilityLabels[civility] : "", textIn(stored, "firstName"), textIn(stored, "lastName")]
    .filter(Boolean)
    .join(" ");
  const whole = hasOneName(stored) && names ? `${names} (un seul nom)` : names;
  const birth = isRecord(stored) ? showDate(stored.birthDate) : "";
  const place = textIn(stored, "birthPlace");
  const born = birth || place ? `Naissance : ${[birth, place].filter(Boolean).join(", ")}` : "";
  return linesOf([whole, born]);
}

export function textsOf(stored: unknown, keys: readonly string[]): RawValues {
  return Object.fromEntries(keys.map((key) => [key, textIn(stored, key)] as const).filter(([, text]) => text !== ""));
}

export function linesOf(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
