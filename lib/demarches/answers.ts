import type { FieldErrors, FormValues } from "@/lib/shared/form-state";
import { kindOf } from "./fields/field-types";
import { checkSections, isEmptyItem, type AttachedFile, type IsJudged } from "./fields/check";
import type {
  Answers,
  DemarcheDefinition,
  Field,
  FormContext,
  GroupFieldDef,
  RawValues,
  Section,
  SimpleField,
  Step,
} from "./form";
import { getAnswer, setAnswer } from "./fields/paths";
import { fieldPlaces, findField, findGroup, itemsOf } from "./fields/places";
import { allSections, stepSections } from "./sections";
import { controlNames, isPosted, nameOf, readField, writeField } from "./values/stored";
import { effectiveAnswers, visiblePaths } from "./visibility";

/** From controls to answers and back, and what is wrong with them. Pure: neither database, nor clock, nor Next. */

/**
 * Reads a posted step into the answers. `raw`: name of each control → what was typed; `_action` adds or removes an item
 * (« add:section.group », « remove:section.group.2 »). A control that was not posted keeps its previous answer, save boxes
 * that were shown and are no longer ticked. Files are not read here, nor judged in `errors` (`checkDemande` does).
 */
export function parseStep(
  definition: DemarcheDefinition,
  step: Step,
  raw: RawValues,
  previous: Answers,
  context: FormContext,
): { answers: Answers; errors: FieldErrors } {
  const all = allSections(definition, context);
  const sections = stepSections(definition, step, context);
  const shown = visiblePaths(all, previous);
  let answers = previous;
  for (const section of sections) {
    for (const field of section.fields) {
      const path = `${section.key}.${field.key}`;
      answers =
        "fields" in field
          ? readGroup(field, path, raw, answers, context)
          : readOne(field, path, raw, answers, context, shown);
    }
  }
  answers = applyIntent(sections, answers, raw);
  return { answers, errors: checkStep(definition, step, answers, context) };
}

/** What is wrong in one step's answers; files are not judged (`checkDemande` does). */
export function checkStep(
  definition: DemarcheDefinition,
  step: Step,
  answers: Answers,
  context: FormContext,
  isJudged?: IsJudged,
): FieldErrors {
  const sections = stepSections(definition, step, context);
  return checkSections({ sections, all: allSections(definition, context), answers, files: null, isJudged }, context);
}

/**
 * Reads one field, for autosave: `path` « section.field » or « section.group.0.field », `raw` its controls under their full
 * names. `value` is what to store (`setAnswer`), undefined when it was emptied. Null when the form has no such field.
 */
export function parseField(
  definition: DemarcheDefinition,
  path: string,
  raw: RawValues,
  context: FormContext,
): { value: unknown; error?: string; errors: FieldErrors } | null {
  const field = findField(allSections(definition, context), path);
  if (!field || kindOf(field).answeredBy !== "controls") return null;
  const { stored, reading } = readField(field, path, raw, context);
  if (reading.kind !== "wrong") return { value: stored, errors: {} };
  const errors = Object.fromEntries(
    Object.entries(reading.errors).map(([part, message]) => [nameOf(path, part), message]),
  );
  return { value: stored, error: Object.values(errors)[0], errors };
}

/** Everything that stands between this draft and its submission, in the order of the steps. */
export function checkDemande(
  definition: DemarcheDefinition,
  answers: Answers,
  attachments: readonly AttachedFile[],
  context: FormContext,
  isJudged?: IsJudged,
): FieldErrors {
  const all = allSections(definition, context);
  return checkSections({ sections: all, all, answers, files: attachments, isJudged }, context);
}

/** The answers that a submission freezes: what is hidden, unknown or empty is left out. */
export function submittedAnswers(definition: DemarcheDefinition, answers: Answers, context: FormContext): Answers {
  const sections = allSections(definition, context);
  let kept = effectiveAnswers(sections, answers);
  for (const { section, field } of groupsOf(sections)) {
    const path = `${section.key}.${field.key}`;
    if (getAnswer(kept, path) === undefined) continue;
    kept = setAnswer(
      kept,
      path,
      itemsOf(kept, path).filter((item, index) => index < field.min || !isEmptyItem(item)),
    );
  }
  return kept;
}

/**
 * Every control of every section with what it shows: the typed value, or what was typed when it was not understood.
 * The items of a group name all their controls, empty ones too, so that the page knows how many items there are.
 */
export function toFormValues(definition: DemarcheDefinition, answers: Answers, context: FormContext): FormValues {
  const values: Record<string, string | readonly string[]> = {};
  for (const { field, path, group } of fieldPlaces(allSections(definition, context), answers)) {
    if (group) for (const name of controlNames(field, path)) values[name] = kindOf(field).boxes === "several" ? [] : "";
    Object.assign(values, writeField(field, path, getAnswer(answers, path)));
  }
  return values;
}

function readOne(
  field: SimpleField,
  path: string,
  raw: RawValues,
  answers: Answers,
  context: FormContext,
  shown: ReadonlySet<string>,
): Answers {
  if (isPosted(field, path, raw)) return setAnswer(answers, path, readField(field, path, raw, context).stored);
  const isUnticked = kindOf(field).boxes !== "none" && shown.has(path);
  return isUnticked ? setAnswer(answers, path, undefined) : answers;
}

/** A group that the page did not post stays as it was; one that it posted may have grown. */
function readGroup(
  group: GroupFieldDef,
  path: string,
  raw: RawValues,
  answers: Answers,
  context: FormContext,
): Answers {
  const count = Math.min(group.max, Math.max(postedItems(raw, path), itemsOf(answers, path).length));
  if (postedItems(raw, path) === 0) return answers;
  const items = Array.from({ length: count }, (_, index) => {
    let item: Answers = itemsOf(answers, path)[index] ?? {};
    for (const field of group.fields) {
      const name = `${path}.${index}.${field.key}`;
      if (isPosted(field, name, raw)) item = setAnswer(item, field.key, readField(field, name, raw, context).stored);
      else if (kindOf(field).boxes !== "none") item = setAnswer(item, field.key, undefined);
    }
    return item;
  });
  const isBlank = items.length <= group.min && items.every(isEmptyItem);
  return setAnswer(answers, path, isBlank ? undefined : items);
}

/** One more than the highest item named by a control. */
function postedItems(raw: RawValues, path: string): number {
  const prefix = `${path}.`;
  let count = 0;
  for (const name of Object.keys(raw)) {
    const index = name.startsWith(prefix) ? /^(\d{1,3})\./.exec(name.slice(prefix.length))?.[1] : undefined;
    if (index !== undefined) count = Math.max(count, Number(index) + 1);
  }
  return count;
}

function applyIntent(sections: readonly Section[], answers: Answers, raw: RawValues): Answers {
  const intent = Object.hasOwn(raw, "_action") ? raw._action : undefined;
  const match =
    typeof intent === "string"
      ? /^(add|remove):([A-Za-z]\w{0,63}\.[A-Za-z]\w{0,63})(?:\.(\d{1,3}))?$/.exec(intent)
      : null;
  const [, verb, path = "", index] = match ?? [];
  const group = findGroup(sections, path);
  if (!group) return answers;
  const items = itemsOf(answers, path);
  if (verb === "remove")
    return setAnswer(
      answers,
      path,
      items.filter((_, i) => String(i) !== index),
    );
  const next = [...items, ...Array.from({ length: Math.max(0, group.min - items.length) }, () => ({})), {}];
  return setAnswer(answers, path, next.slice(0, group.max));
}

function groupsOf(sections: readonly Section[]): { section: Section; field: GroupFieldDef }[] {
  return sections.flatMap((section) =>
    section.fields
      .filter((field: Field): field is GroupFieldDef => "fields" in field)
      .map((field) => ({ section, field })),
  );
}
