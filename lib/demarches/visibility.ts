import type { Answers, Condition, DemarcheDefinition, GroupFieldDef, Section, SimpleField } from "./form";
import type { SimpleType } from "./shape/fields";

/**
 * Which sections and fields apply, given the answers (X6). Loaded by the browser: no dependency, types aside.
 * A hidden field is no answer: what depends on it is hidden too.
 */

/** One item of a repeatable group, where « ./key » is looked up. */
export type GroupItem = Readonly<Record<string, unknown>>;

/** Whether a section or a field applies. `answers` come from `effectiveAnswers`, so that hidden ones do not count. */
function appliesTo(thing: { when?: Condition }, answers: Answers, item?: GroupItem): boolean {
  return thing.when === undefined || holds(thing.when, answers, item);
}

/** The answers of what applies, in the order of the form: conditions look at earlier fields only. */
export function effectiveAnswers(sections: readonly Section[], answers: Answers): Answers {
  const kept: Record<string, Record<string, unknown>> = {};
  for (const section of sections) {
    if (!appliesTo(section, kept)) continue;
    const values: Record<string, unknown> = {};
    kept[section.key] = values;
    for (const field of section.fields) {
      const value = own(own(answers, section.key), field.key);
      if (value === undefined || !appliesTo(field, kept)) continue;
      values[field.key] = "fields" in field ? effectiveItems(field.fields, value, kept) : value;
    }
  }
  return kept;
}

/** Paths of the sections and fields that apply: « section », « section.field », « section.group.0.field ». */
export function visiblePaths(sections: readonly Section[], answers: Answers): ReadonlySet<string> {
  const effective = effectiveAnswers(sections, answers);
  const paths = new Set<string>();
  for (const section of sections.filter((s) => appliesTo(s, effective))) {
    paths.add(section.key);
    for (const field of section.fields.filter((f) => appliesTo(f, effective))) {
      const path = `${section.key}.${field.key}`;
      paths.add(path);
      if ("fields" in field) addItemPaths(paths, path, field, effective);
    }
  }
  return paths;
}

/**
 * Answers as far as conditions need them, read from the controls of a page that is being filled in:
 * name → value, or values for boxes that are ticked.
 */
export function answersOnPage(
  sections: readonly Section[],
  controls: Readonly<Record<string, string | readonly string[]>>,
): Answers {
  const answers: Record<string, Record<string, unknown>> = {};
  for (const section of sections) {
    const values: Record<string, unknown> = {};
    answers[section.key] = values;
    for (const field of section.fields) {
      const path = `${section.key}.${field.key}`;
      const value = "fields" in field ? itemsOnPage(field.fields, path, controls) : valueOnPage(field, path, controls);
      if (value !== undefined) values[field.key] = value;
    }
  }
  return answers;
}

/** Person fields that may be the author, with the condition that says so. */
export function ownPersons({ sections }: Pick<DemarcheDefinition, "sections">) {
  return sections.flatMap((section) =>
    section.fields.flatMap((field) =>
      "isApplicantWhen" in field && field.isApplicantWhen
        ? [{ path: `${section.key}.${field.key}`, field, condition: field.isApplicantWhen }]
        : [],
    ),
  );
}

/** Whether a condition holds among answers that all apply (`effectiveAnswers`). */
export function holds(condition: Condition, answers: Answers, item?: GroupItem): boolean {
  if ("all" in condition) return condition.all.every((c) => holds(c, answers, item));
  if ("any" in condition) return condition.any.some((c) => holds(c, answers, item));
  if ("not" in condition) return !holds(condition.not, answers, item);
  const value = lookUp(condition.field, answers, item);
  if ("equals" in condition) return matches(value, condition.equals);
  if ("oneOf" in condition) return condition.oneOf.some((expected) => matches(value, expected));
  return isAnswered(value);
}

function matches(value: unknown, expected: string | boolean): boolean {
  return Array.isArray(value) ? value.includes(expected) : value === expected;
}

function isAnswered(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function lookUp(field: string, answers: Answers, item: GroupItem | undefined): unknown {
  if (field.startsWith("./")) return own(item, field.slice(2));
  const dot = field.indexOf(".");
  return own(own(answers, field.slice(0, dot)), field.slice(dot + 1));
}

/** Own properties alone: « constructor » or « __proto__ » are no answers. */
function own(holder: unknown, key: string): unknown {
  if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, key)) return undefined;
  return (holder as Record<string, unknown>)[key];
}

function effectiveItems(fields: readonly SimpleField[], value: unknown, answers: Answers): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => {
    const kept: Record<string, unknown> = {};
    for (const field of fields) {
      const answer = own(item, field.key);
      if (answer !== undefined && appliesTo(field, answers, kept)) kept[field.key] = answer;
    }
    return kept;
  });
}

/** An item not begun yet is shown all the same, up to the group's minimum. */
function addItemPaths(paths: Set<string>, path: string, group: GroupFieldDef, answers: Answers): void {
  const found = lookUp(path, answers, undefined);
  const items: readonly GroupItem[] = Array.isArray(found) ? found : [];
  for (let index = 0; index < Math.max(group.min, items.length); index++) {
    const item = items[index] ?? {};
    for (const field of group.fields) if (appliesTo(field, answers, item)) paths.add(`${path}.${index}.${field.key}`);
  }
}

/**
 * What the controls of each type say to a condition, while the page is filled in: their text, or what `asOnPage` reads of it. A
 * type that is not here does not compile; none of this list reaches a browser.
 */
type OnPage = Each<{
  text: "text";
  long_text: "text";
  email: "text";
  phone: "text";
  number: "text";
  date: "text";
  choice: "text";
  choices: "read";
  yes_no: "read";
  address: "text";
  commune: "text";
  person: "text";
  legal_person: "text";
  iban: "text";
  file: "text";
  information: "text";
  consent: "read";
}>;
type Each<T extends Record<SimpleType, "text" | "read">> = T;
type ReadOnPage = (list: readonly string[]) => unknown;

const asOnPage: { [T in SimpleType as OnPage[T] extends "read" ? T : never]: ReadOnPage } = {
  choices: (list) => list,
  yes_no: ([first]) => first === "yes",
  consent: () => true,
};

function valueOnPage(
  { type }: SimpleField,
  path: string,
  controls: Readonly<Record<string, string | readonly string[]>>,
): unknown {
  const typed = Object.hasOwn(controls, path) ? controls[path] : undefined;
  const list = (Array.isArray(typed) ? typed : [typed ?? ""]).filter((text: string) => text !== "");
  const read = (asOnPage as Partial<Record<SimpleType, ReadOnPage>>)[type] ?? (([first]) => first);
  if (list.length > 0) return read(list);
  const hasPart = Object.entries(controls).some(([name, text]) => name.startsWith(`${path}.`) && text.length > 0);
  return hasPart ? "…" : undefined;
}

function itemsOnPage(
  fields: readonly SimpleField[],
  path: string,
  controls: Readonly<Record<string, string | readonly string[]>>,
): GroupItem[] {
  const items: Record<string, unknown>[] = [];
  for (const name of Object.keys(controls)) {
    const index = name.startsWith(`${path}.`) ? Number.parseInt(name.slice(path.length + 1), 10) : Number.NaN;
    if (index >= 0 && index < 100) items[index] ??= {};
  }
  return Array.from(items, (_, index) => {
    const item: Record<string, unknown> = {};
    for (const field of fields) {
      const value = valueOnPage(field, `${path}.${index}.${field.key}`, controls);
      if (value !== undefined) item[field.key] = value;
    }
    return item;
  });
}
