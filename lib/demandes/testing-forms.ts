import type { AttachedFile } from "@/lib/demarches/check";
import type {
  Answers,
  DateFieldDef,
  DemarcheDefinition,
  FormContext,
  RawValues,
  SimpleField,
} from "@/lib/demarches/form";
import { setAnswer, getAnswer } from "@/lib/demarches/paths";
import { fieldPlaces, type Place } from "@/lib/demarches/places";
import { allSections } from "@/lib/demarches/sections";
import { resolveBound } from "@/lib/demarches/values/days";
import { kindOf } from "@/lib/demarches/values/kinds";
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
    .filter(({ field, path }) => field.type === "file" && visible.has(path) && getAnswer(answers, path) === undefined)
    .map(({ path }) => ({ fieldPath: path }));
}

/** What is stored for a right answer, read as a page posts it. */
export function answerTo({ field, path }: Asked, context: FormContext, pick: Pick): unknown {
  if (field.type === "file") return pick(3) === 0 ? { onPaper: true } : undefined;
  const raw = Object.fromEntries(
    Object.entries(typedIn(field, context, pick)).map(([part, typed]) => [nameOf(path, part), typed]),
  );
  const { stored, reading } = readField(field, path, raw, context);
  if (reading.kind === "wrong") throw new Error(`${path}: ${JSON.stringify(reading.errors)}`);
  return stored;
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

function typedIn(field: SimpleField, context: FormContext, pick: Pick): RawValues {
  const oneOf = (list: readonly string[]) => list[pick(list.length)] ?? "";
  switch (field.type) {
    case "text":
      return { "": oneOf(texts[field.format ?? "free"]) };
    case "long_text":
      return { "": oneOf(["Une raison.", "Une autre\nraison."]) };
    case "email":
      return { "": oneOf(["camille@example.org", "zoe@example.org"]) };
    case "phone":
      return { "": oneOf(["06 12 34 56 78", "+32 470 12 34 56"]) };
    case "number":
      return { "": String((field.min ?? 0) + pick(2)) };
    case "date":
      return typedDay(dayWithin(field, context, pick));
    case "choice":
      return { "": oneOf(field.options.map(({ value }) => value)) };
    case "choices":
      return { "": [oneOf(field.options.map(({ value }) => value))] };
    case "yes_no":
      return { "": oneOf(["yes", "no"]) };
    case "consent":
      return { "": "on" };
    case "iban":
      return { "": oneOf(ibans) };
    case "file":
    case "information":
      return {};
    case "address":
    case "commune":
    case "person":
    case "legal_person":
      return typedParts(field, pick);
  }
}

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
    "birthDate.day": ["3"],
    "birthDate.month": ["2"],
    "birthDate.year": ["1984", "1991"],
  };
  const parts = kindOf(field)
    .parts(field)
    .filter((part) => part in known && part !== "civility");
  return Object.fromEntries(parts.map((part) => [part, known[part]?.[pick(known[part].length)] ?? ""]));
}

/** One of the days that a date accepts, close to one bound or the other. */
function dayWithin(field: DateFieldDef, { today }: FormContext, pick: Pick): string {
  const earliest = resolveBound(field.min ?? "1950-01-01", today);
  const latest = resolveBound(field.max ?? "today", today);
  const day = pick(2) === 0 ? addDays(earliest, pick(5)) : addDays(latest, -pick(5));
  return day < earliest || day > latest ? latest : day;
}

function typedDay(day: string): RawValues {
  const [year = "", month = "", rest = ""] = day.split("-");
  return { day: rest, month, year };
}
