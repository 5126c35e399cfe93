import { cleanLine } from "@/lib/shared/clean-text";
import { formatDate } from "@/lib/shared/dates";
import { isFrance, readPostalCode as readFrenchCode } from "@/lib/shared/place";
import { civilities, civilityLabels } from "@/lib/vocabulary/roles";
import type {
  AddressFieldDef,
  CommuneFieldDef,
  DateFieldDef,
  LegalPersonFieldDef,
  PersonFieldDef,
  RawValues,
  SimpleField,
} from "../form";
import { readDate, writeDate } from "./dates";
import { isIsoDay } from "./days";
import {
  empty,
  isRecord,
  missingText,
  textIn,
  textOf,
  value,
  type Controls,
  type Kind,
  type PartErrors,
  type Reading,
} from "./reading";
import { readLine, readName } from "./texts";

/** One part of a composite answer: how it is read, and what is said when it is missing (null: it may be). */
type Part = { key: string; read: (typed: string) => Reading; missing: string | null };

export const communeKind: Kind<CommuneFieldDef> = {
  parts: () => ["postalCode", "commune"],
  read: (field, controls) => readParts(communeParts, controls, field),
  write: (stored) => textsOf(stored, ["postalCode", "commune"]),
  show: (stored) => linesOf([`${textIn(stored, "postalCode")} ${textIn(stored, "commune")}`]),
  missing: (field) => missingParts(communeParts, field),
};

export const addressKind: Kind<AddressFieldDef> = {
  parts: (field) => (field.allowsAbroad ? [...addressNames, "country"] : addressNames),
  read: (field, controls) => readParts(addressParts(isAbroad(field, controls)), controls, field),
  write: (stored) => textsOf(stored, [...addressNames, "country"]),
  show: (stored) => {
    const city = `${textIn(stored, "postalCode")} ${textIn(stored, "commune")}`;
    return linesOf([textIn(stored, "line"), textIn(stored, "extra"), city, textIn(stored, "country")]);
  },
  missing: (field) => missingParts(addressParts(false), field),
};

/** SIRET and RNA are each optional: an association has one, the other, or both; one at least when both are asked. */
export const legalPersonKind: Kind<LegalPersonFieldDef> = {
  parts: (field) => ["legalName", ...field.asks],
  read: (field, controls) => readParts(legalParts(field, controls), controls, field),
  write: (stored) => textsOf(stored, ["legalName", "siret", "rna"]),
  show: (stored) => {
    const numbers = [labelled("SIRET", textIn(stored, "siret")), labelled("RNA", textIn(stored, "rna"))];
    return linesOf([textIn(stored, "legalName"), ...numbers]);
  },
  missing: (field) =>
    missingParts(
      legalParts(field, () => []),
      field,
    ),
};

export const personKind: Kind<PersonFieldDef> = {
  parts: (field) => [
    ...(field.asks.includes("civility") ? ["civility"] : []),
    "firstName",
    "lastName",
    ...(field.asks.includes("birthDate") ? ["birthDate.day", "birthDate.month", "birthDate.year", "birthDate"] : []),
    ...(field.asks.includes("birthPlace") ? ["birthPlace"] : []),
  ],
  read: (field, controls, context) => {
    const read = readParts(personParts(field), controls, field);
    if (!field.asks.includes("birthDate")) return read;
    return withBirthDate(read, readDate(birthDateOf(field), controls, context, "birthDate."), field);
  },
  write: (stored): RawValues => {
    const birth = Object.entries(writeDate(isRecord(stored) ? stored.birthDate : undefined));
    const dated = Object.fromEntries(birth.map(([part, text]) => [`birthDate.${part}`, text]));
    return { ...textsOf(stored, ["civility", "firstName", "lastName", "birthPlace"]), ...dated };
  },
  show: showPerson,
  missing: (field) => {
    const parts = missingParts(personParts(field), field);
    return field.asks.includes("birthDate") ? { ...parts, birthDate: birthMissing } : parts;
  },
};

const birthMissing = "Indiquez la date de naissance, par exemple 31 3 1980.";
const addressNames = ["line", "extra", "postalCode", "commune"];

const communeParts: readonly Part[] = [
  { key: "postalCode", read: readPostalCode, missing: "Indiquez le code postal, par exemple 80000." },
  { key: "commune", read: (typed) => readLine(typed, { label: "Commune" }), missing: "Indiquez la commune." },
];

function addressParts(abroad: boolean): readonly Part[] {
  const line: Part = {
    key: "line",
    read: (typed) => readLine(typed, { label: "Adresse" }),
    missing: "Indiquez le numéro et le nom de la voie, par exemple 12 rue des Lilas.",
  };
  const extra: Part = {
    key: "extra",
    read: (typed) => readLine(typed, { label: "Complément d’adresse" }),
    missing: null,
  };
  const country: Part = {
    key: "country",
    read: (typed) => readLine(typed, { label: "Pays", maxLength: 100 }),
    missing: null,
  };
  const [, commune] = communeParts;
  const foreignCode: Part = {
    key: "postalCode",
    read: (typed) => readLine(typed, { label: "Code postal", maxLength: 20 }),
    missing: null,
  };
  return abroad && commune ? [line, extra, foreignCode, commune, country] : [line, extra, ...communeParts];
}

function isAbroad(field: AddressFieldDef, controls: Controls): boolean {
  return field.allowsAbroad === true && !isFrance(textOf(controls, "country"));
}

function legalParts(field: LegalPersonFieldDef, controls: Controls): readonly Part[] {
  const hasOne = field.asks.some((key) => textOf(controls, key).trim() !== "");
  const [first] = field.asks;
  const numbers = field.asks.map((key): Part => {
    const label = key === "siret" ? "Numéro SIRET" : "Numéro RNA";
    return {
      key,
      read: (typed) => readLine(typed, { label, format: key }),
      missing: hasOne || key !== first ? null : numberMissing(field),
    };
  });
  return [
    {
      key: "legalName",
      read: (typed) => readLine(typed, { label: "Nom de l’organisation" }),
      missing: "Indiquez le nom de l’organisation.",
    },
    ...numbers,
  ];
}

function numberMissing({ asks }: LegalPersonFieldDef): string {
  if (asks.length > 1) return "Indiquez le numéro RNA (W et 9 chiffres) ou le numéro SIRET (14 chiffres).";
  return asks[0] === "rna"
    ? "Indiquez le numéro RNA : un W suivi de 9 chiffres."
    : "Indiquez le numéro SIRET : 14 chiffres.";
}

function personParts({ asks }: PersonFieldDef): readonly Part[] {
  const parts: (Part | null)[] = [
    asks.includes("civility") ? { key: "civility", read: readCivility, missing: null } : null,
    { key: "firstName", read: (typed) => readName(typed, "Prénom"), missing: "Indiquez le prénom." },
    { key: "lastName", read: (typed) => readName(typed, "Nom"), missing: "Indiquez le nom." },
    asks.includes("birthPlace")
      ? {
          key: "birthPlace",
          read: (typed) => readLine(typed, { label: "Commune de naissance" }),
          missing: "Indiquez la commune de naissance.",
        }
      : null,
  ];
  return parts.filter((part) => part !== null);
}

/** Nothing typed at all is empty; something typed calls for the rest. */
function readParts(parts: readonly Part[], controls: Controls, field: SimpleField): Reading {
  const found: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const part of parts) {
    const reading = part.read(textOf(controls, part.key));
    if (reading.kind === "value") found[part.key] = reading.value;
    if (reading.kind === "wrong") errors[part.key] = reading.errors[""] ?? missingText(field);
    if (reading.kind === "empty" && part.missing !== null) errors[part.key] = part.missing;
  }
  const isTyped = parts.some((part) => textOf(controls, part.key).trim() !== "");
  if (!isTyped) return empty;
  return Object.keys(errors).length > 0 ? { kind: "wrong", errors } : value(found);
}

function withBirthDate(read: Reading, birth: Reading, field: PersonFieldDef): Reading {
  if (read.kind === "empty" && birth.kind === "empty") return empty;
  const errors: Record<string, string> = { ...(read.kind === "empty" ? missingParts(personParts(field), field) : {}) };
  if (read.kind === "wrong") Object.assign(errors, read.errors);
  if (birth.kind === "empty") errors.birthDate = birthMissing;
  if (birth.kind === "wrong") Object.assign(errors, within("birthDate", birth.errors));
  if (Object.keys(errors).length > 0) return { kind: "wrong", errors };
  return value({
    ...(read.kind === "value" && isRecord(read.value) ? read.value : {}),
    birthDate: birth.kind === "value" ? birth.value : undefined,
  });
}

/** « day » → « birthDate.day », « » → « birthDate ». */
function within(part: string, errors: PartErrors): PartErrors {
  return Object.fromEntries(Object.entries(errors).map(([key, message]) => [key ? `${part}.${key}` : part, message]));
}

function birthDateOf(field: PersonFieldDef): DateFieldDef {
  return { key: field.key, type: "date", label: "Date de naissance", isBirthday: true };
}

function missingParts(parts: readonly Part[], field: SimpleField): PartErrors {
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
  const birth = isRecord(stored) && isIsoDay(stored.birthDate) ? formatDate(stored.birthDate) : "";
  const place = textIn(stored, "birthPlace");
  const born = birth || place ? `Naissance : ${[birth, place].filter(Boolean).join(", ")}` : "";
  return linesOf([names, born]);
}

function textsOf(stored: unknown, keys: readonly string[]): RawValues {
  return Object.fromEntries(keys.map((key) => [key, textIn(stored, key)] as const).filter(([, text]) => text !== ""));
}

function linesOf(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

function labelled(label: string, number: string): string {
  return number ? `${label} : ${number}` : "";
}
