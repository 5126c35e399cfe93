import type { FormValues } from "@/lib/shared/form-state";
import {
  applicantSectionKey,
  type Answers,
  type DemarcheDefinition,
  type FormContext,
  type PersonFieldDef,
  type Section,
  type SimpleField,
} from "../form";
import { kindOf } from "../fields/field-types";
import { getAnswer, setAnswer } from "../fields/paths";
import { allSections } from "../sections";
import { isRecord } from "../values/reading";
import { findField } from "../fields/places";
import { controlNames, readField, writeField } from "../values/stored";
import { effectiveAnswers, holds, ownPersons } from "../visibility";

/**
 * What an earlier step of the same demande already said is not typed again (WCAG 3.3.7): « C’est mon acte » takes the
 * author’s names, an address starts as theirs. Everything stays in its field, where it can be changed.
 */

const nameParts = ["firstName", "hasOneName", "lastName"] as const;

/**
 * The answers with the persons who are the author named as the author is; those who no longer are lose names that were
 * only taken up. Names typed by hand stay. `before`: the answers as they were, to know what was taken up.
 */
export function fillOwn(
  definition: DemarcheDefinition,
  answers: Answers,
  before: Answers,
  context: FormContext,
): Answers {
  const sections = allSections(definition, context);
  return ownPersons(definition).reduce((filled, { path, field, condition }) => {
    const is = holds(condition, effectiveAnswers(sections, filled));
    const was = holds(condition, effectiveAnswers(sections, before));
    if (!is && !was) return filled;
    return namePerson({ path, field, answers: filled, before, names: is ? factsOf(filled) : {} }, context);
  }, answers);
}

/**
 * The controls of a page with the author’s own address or number where a field starts as it and nothing stands in it yet:
 * as « Mes informations » has it, or the account where that step asks for none.
 */
export function withOwnValues(sections: readonly Section[], values: FormValues, answers: Answers): FormValues {
  const taken = sections.flatMap(({ key, fields }) =>
    fields.map((field): FormValues => {
      const path = `${key}.${field.key}`;
      const startsAs = "startsAs" in field ? field.startsAs : undefined;
      if ("fields" in field || startsAs === undefined || !isBlank(values, path)) return {};
      return writeField(field, path, getAnswer(answers, startsAs));
    }),
  );
  return Object.assign({ ...values }, ...taken) as FormValues;
}

/** Names of the controls of the person asked at a path; none where there is no person. */
export function personControls(sections: readonly Section[], path: string): ReadonlySet<string> {
  const field = findField(sections, path);
  return new Set(field && isPerson(field) ? controlNames(field, path) : []);
}

/** Whether a page asks who somebody is: what is known of people may be taken up there. */
export function asksPerson(sections: readonly Section[]): boolean {
  return sections.some(({ fields }) =>
    fields.some((field) => ("fields" in field ? field.fields.some(isPerson) : isPerson(field))),
  );
}

function isPerson(field: SimpleField): boolean {
  return kindOf(field).is(field).includes("person");
}

type Naming = {
  path: string;
  field: PersonFieldDef;
  answers: Answers;
  before: Answers;
  /** Controls of the author; none: the person is no longer the author. */
  names: Controls;
};
type Controls = Readonly<Record<string, string>>;

function namePerson({ path, field, answers, before, names }: Naming, context: FormContext): Answers {
  const controls = writeField(field, path, getAnswer(answers, path));
  const typed = nameParts.map((part) => controls[`${path}.${part}`] ?? "");
  const wasTaken = sameNames(typed, factsOf(before)) && typed.some((text) => text !== "");
  if (!wasTaken && typed.some((text) => text !== "")) return answers;
  const own = Object.entries(names).filter(([part]) => isFree(part, controls, path));
  const rest = Object.entries(controls).filter(([name]) => !nameParts.some((part) => name === `${path}.${part}`));
  const raw = Object.fromEntries([...rest, ...own.map(([part, text]) => [`${path}.${part}`, text] as const)]);
  return setAnswer(answers, path, readField(field, path, raw, context).stored);
}

/** A birth that was typed stays; names are replaced as a whole. */
function isFree(part: string, controls: FormValues, path: string): boolean {
  if (!part.startsWith("birth")) return true;
  const [whole = ""] = part.split(".");
  return !Object.keys(controls).some((name) => name.startsWith(`${path}.${whole}`));
}

function sameNames(typed: readonly (string | readonly string[])[], facts: Controls): boolean {
  return nameParts.every((part, index) => typed[index] === (facts[part] ?? ""));
}

/** What « Mes informations » says of its author, as the controls of a person field. */
function factsOf(answers: Answers): Controls {
  const own = answers[applicantSectionKey];
  if (!isRecord(own)) return {};
  const facts: Record<string, string> = {};
  for (const part of ["firstName", "lastName", "birthPlace"] as const) {
    const text = own[part];
    if (typeof text === "string") facts[part] = text;
  }
  if (isRecord(own.firstName) && own.firstName.waived === true) facts.hasOneName = "yes";
  if (typeof own.birthDate === "string") {
    const [year = "", month = "", day = ""] = own.birthDate.split("-");
    Object.assign(facts, { "birthDate.year": year, "birthDate.month": month, "birthDate.day": day });
  }
  return facts.lastName === undefined ? {} : facts;
}

function isBlank(values: FormValues, path: string): boolean {
  return Object.entries(values).every(
    ([name, typed]) => !(name === path || name.startsWith(`${path}.`)) || typed.length === 0,
  );
}
