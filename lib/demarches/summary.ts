import type { Answers, DemarcheDefinition, FormContext, SimpleField, Step } from "./form";
import { getAnswer } from "./fields/paths";
import { fieldPlaces, type Place } from "./fields/places";
import { allSections, stepSections } from "./sections";
import { kindOf } from "./fields/field-types";
import { isUnread, writeUnread } from "./values/reading";
import { visiblePaths } from "./visibility";

/** A demande as it is read: by its author before submitting, by the agent, in the PDF. */

export type SummaryRow = {
  path: string;
  label: string;
  /** One line of text each; none: « Non renseigné ». */
  lines: readonly string[];
  /** « Personne 1 », for the fields of a repeatable group. */
  item?: string;
};
export type SummarySection = { key: string; title: string; step: Step; rows: readonly SummaryRow[] };
export type SummaryFile = { fieldPath: string; name: string };
export type Change = {
  path: string;
  section: string;
  label: string;
  item?: string;
  before: readonly string[];
  after: readonly string[];
};

/** Sections and fields that apply, in order; sections without any row are left out. */
export function summarise(
  definition: DemarcheDefinition,
  answers: Answers,
  files: readonly SummaryFile[],
  context: FormContext,
): SummarySection[] {
  const all = allSections(definition, context);
  const visible = visiblePaths(all, answers);
  const informations = new Set(stepSections(definition, "informations", context).map(({ key }) => key));
  const places = fieldPlaces(all, answers).filter(
    ({ path, field }) => visible.has(path) && kindOf(field).answeredBy !== "nothing",
  );
  const sections = all.map(({ key, title }) => ({
    key,
    title,
    step: informations.has(key) ? ("informations" as const) : ("demande" as const),
    rows: places.filter(({ section }) => section.key === key).map((place) => rowOf(place, answers, files)),
  }));
  return sections.filter(({ rows }) => rows.length > 0);
}

/** What changed from one revision to the next, in the order of the form: rows added, removed or different. */
export function diffAnswers(
  definition: DemarcheDefinition,
  before: { answers: Answers; files: readonly SummaryFile[] },
  after: { answers: Answers; files: readonly SummaryFile[] },
  context: FormContext,
): Change[] {
  const [old, now] = [before, after].map(({ answers, files }) =>
    rowsByPath(summarise(definition, answers, files, context)),
  );
  const paths = new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])]);
  return [...paths].flatMap((path) => {
    const [was, is] = [old?.get(path), now?.get(path)];
    const shown = is ?? was;
    if (!shown || sameLines(was?.row.lines, is?.row.lines)) return [];
    const { row, section } = shown;
    return [
      { path, section, label: row.label, item: row.item, before: was?.row.lines ?? [], after: is?.row.lines ?? [] },
    ];
  });
}

function rowOf({ path, field, group, item }: Place, answers: Answers, files: readonly SummaryFile[]): SummaryRow {
  const names = files.filter(({ fieldPath }) => fieldPath === path).map(({ name }) => name);
  const lines = names.length > 0 ? names : linesOf(field, getAnswer(answers, path));
  const row = { path, label: field.label, lines };
  return group && item !== undefined ? { ...row, item: `${group.itemLabel} ${item + 1}` } : row;
}

function linesOf(field: SimpleField, stored: unknown): readonly string[] {
  if (!isUnread(stored)) return kindOf(field).show(stored, field);
  // In the order of its controls: the database gives the parts of what it keeps in its own.
  const kept = writeUnread(stored);
  const typed = kindOf(field)
    .parts(field)
    .flatMap((part) => kept[part] ?? []);
  return typed.length > 0 ? [typed.join(" ")] : [];
}

function rowsByPath(sections: readonly SummarySection[]): Map<string, { row: SummaryRow; section: string }> {
  return new Map(
    sections.flatMap(({ title, rows }) => rows.map((row) => [row.path, { row, section: title }] as const)),
  );
}

function sameLines(before: readonly string[] = [], after: readonly string[] = []): boolean {
  return before.length === after.length && before.every((line, index) => line === after[index]);
}
