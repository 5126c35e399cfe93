import type { AttachedFile } from "@/lib/demarches/fields/check";
import type {
  Answers,
  DateFieldDef,
  DemarcheDefinition,
  FormContext,
  RawValues,
  SimpleField,
  SimpleType,
} from "@/lib/demarches/form";
import { setAnswer, getAnswer } from "@/lib/demarches/fields/paths";
import { fieldPlaces, type Place } from "@/lib/demarches/fields/places";
import { allSections } from "@/lib/demarches/sections";
import { resolveBound } from "@/lib/demarches/values/days";
import { kindOf } from "@/lib/demarches/fields/field-types";
import { nameOf, readField } from "@/lib/demarches/values/stored";
import { visiblePaths } from "@/lib/demarches/visibility";
import { addDays } from "@/lib/shared/calendar";

/** For the tests that fill any form of the catalogue: a whole number from 0 to `below` excluded, as chance wants it. */
export type Pick = (below: number) => number;

/** Every field that applies answered rightly, optional ones by chance; and a file, or paper, for every document. */
export function fillForm(definition: DemarcheDefinition, context: FormContext, pick: Pick, begun: Answers = {}) {
  let answers = begun;
  const seen = new Set<string>();
  for (let place = nextEmpty(); place; place = nextEmpty()) {
    seen.add(place.path);
    if (place.field.isOptional && pick(2) === 0) continue;
    answers = setAnswer(answers, place.path, answerTo(place, context, pick));
  }
  return { answers, files: filesOf(definition, answers, context) };

  function nextEmpty(): Place | undefined {
    const all = allSections(definition, context);
    const visible = visiblePaths(all, answers);
    return fieldPlaces(all, answers).find(
      ({ path }) => visible.has(path) && !seen.has(path) && getAnswer(answers, path) === undefined,
    );
  }
}

/** A file for each document that applies and is not promised on paper. */
export function filesOf(definition: DemarcheDefinition, answers: Answers, context: FormContext): AttachedFile[] {
  const all = allSections(definition, context);
  const visible = visiblePaths(all, answers);
  return fieldPlaces(all, answers)
    .filter(
      ({ field, path }) =>
        kindOf(field).answeredBy === "files" && visible.has(path) && getAnswer(answers, path) === undefined,
    )
    .map(({ path }) => ({ fieldPath: path }));
}

/** What is stored for a right answer, read as a page posts it. */
export function answerTo({ field, path }: Asked, context: FormContext, pick: Pick): unknown {
  if (kindOf(field).answeredBy === "files") return pick(3) === 0 ? { onPaper: true } : undefined;
  const raw = Object.fromEntries(
    Object.entries(typedOrWaived(field, context, pick)).map(([part, typed]) => [nameOf(path, part), typed]),
  );
  const { stored, reading } = readField(field, path, raw, context);
  if (reading.kind === "wrong") throw new Error(`${path}: ${JSON.stringify(reading.errors)}`);
  return stored;
}

/** What is typed, or the box « Je ne connais pas cette information », alone or beside what is known of a composite. */
function typedOrWaived(field: SimpleField, context: FormContext, pick: Pick): RawValues {
  if (!field.waiver || pick(3) > 0) return typedIn(field, context, pick);
  const areNamesDue = kindOf(field).is(field).includes("person") && field.law !== undefined;
  const known = areNamesDue || pick(2) === 0 ? typedIn(field, context, pick) : {};
  const spared =
    areNamesDue && pick(2) === 0 ? ["birthDate.day", "birthDate.month", "birthDate.year", "birthPlace"] : [];
  const isPart = (part: string) => !spared.includes(part) && (areNamesDue || part === "" || pick(2) === 0);
  const typed = Object.entries(known).filter(([part]) => isPart(part));
  return isDated(typed) ? { ...Object.fromEntries(typed), waived: "yes" } : { waived: "yes" };
}

/** Of three boxes, a day or a month alone says nothing. */
function isDated(typed: readonly (readonly [string, unknown])[]): boolean {
  const has = (part: string) => typed.some(([name]) => name.endsWith(part));
  return has("year") ? has("month") || !has("day") : !has("day") && !has("month");
}

type Asked = Omit<Place, "section">;

const names = ["Camille", "Zoé", "Ana María", "D’Aguerre", "Łukasiewicz", "Nguyễn"];
const texts = {
  name: names,
  place: ["Lyon", "Casablanca (Maroc)"],
  siret: ["73282932000074"],
  rna: ["W751234567"],
  plate: ["AB-123-CD"],
  free: ["Un texte", "Un autre"],
};
const ibans = ["FR7630006000011234567890189", "FR1420041010050500013M02606"];

type Typing = {
  [T in SimpleType]: (field: Extract<SimpleField, { type: T }>, pick: Pick, context: FormContext) => RawValues;
};

/** What is typed in a field of each type. */
const typing: Typing = {
  text: ({ format = "free" }, pick) => inOnly(texts[format], pick),
  long_text: (_, pick) => inOnly(["Une raison.", "Une autre\nraison."], pick),
  email: (_, pick) => inOnly(["camille@example.org", "zoe@example.org"], pick),
  phone: (_, pick) => inOnly(["06 12 34 56 78", "+32 470 12 34 56"], pick),
  number: ({ min = 0 }, pick) => ({ "": String(min + pick(2)) }),
  date: (field, pick, context) => typedDay(dayWithin(field, context, pick), field.mayBePartial === true ? pick(4) : 3),
  choice: ({ options }, pick) => inOnly(valuesOf(options), pick),
  choices: ({ options }, pick) => ({ "": [valuesOf(options)[pick(options.length)] ?? ""] }),
  yes_no: (_, pick) => inOnly(["yes", "no"], pick),
  consent: () => ({ "": "on" }),
  iban: (_, pick) => inOnly(ibans, pick),
  file: () => ({}),
  information: () => ({}),
  address: typedParts,
  commune: typedParts,
  person: typedParts,
  legal_person: typedParts,
};

function typedIn(field: SimpleField, context: FormContext, pick: Pick): RawValues {
  const typed = typing[field.type] as (field: SimpleField, pick: Pick, context: FormContext) => RawValues;
  return typed(field, pick, context);
}

const valuesOf = (options: readonly { value: string }[]) => options.map(({ value }) => value);
const inOnly = (list: readonly string[], pick: Pick): RawValues => ({ "": list[pick(list.length)] ?? "" });

function typedParts(field: SimpleField, pick: Pick): RawValues {
  const known: Record<string, readonly string[]> = {
    line: ["1 rue de l’Exemple", "2 place du Marché"],
    postalCode: ["20000"],
    commune: ["Ajaccio"],
    firstName: names,
    lastName: names,
    legalName: ["Les Amis du parc", "Le Club"],
    civility: ["madam", "sir"],
    siret: texts.siret,
    rna: texts.rna,
    birthPlace: ["Lyon"],
    ...bornOn(pick(4)),
  };
  const hasOneName = kindOf(field).is(field).includes("person") && pick(3) === 0;
  const parts = kindOf(field)
    .parts(field)
    .filter((part) => part in known && part !== "civility" && !(hasOneName && part === "firstName"));
  const typed = Object.fromEntries(parts.map((part) => [part, known[part]?.[pick(known[part].length)] ?? ""]));
  return hasOneName ? { ...typed, hasOneName: "yes" } : typed;
}

/** The boxes of a birth of which the year alone is known, or its month too, or all. */
function bornOn(known: number): Record<string, readonly string[]> {
  const year = { "birthDate.year": ["1984", "1991"] };
  if (known === 0) return year;
  return { ...year, "birthDate.month": ["2"], ...(known > 1 ? { "birthDate.day": ["3"] } : {}) };
}

/** One of the days that a date accepts, close to one bound or the other. */
function dayWithin(field: DateFieldDef, { today }: FormContext, pick: Pick): string {
  const earliest = resolveBound(field.min ?? "1950-01-01", today);
  const latest = resolveBound(field.max ?? "today", today);
  const day = pick(2) === 0 ? addDays(earliest, pick(5)) : addDays(latest, -pick(5));
  return day < earliest || day > latest ? latest : day;
}

/** `known`: 0 the year alone, 1 its month too, else all. */
function typedDay(iso: string, known: number): RawValues {
  const [year = "", month = "", day = ""] = iso.split("-");
  return { year, month: known > 0 ? month : "", day: known > 1 ? day : "" };
}
