import type { FieldErrors } from "@/lib/shared/form-state";
import type { Answers, FormContext, Section } from "../form";
import { getAnswer } from "./paths";
import { fieldPlaces, itemsOf, type Place } from "./places";
import { isOnPaper } from "../values/choices";
import { kindOf } from "./field-types";
import { nameOf, rereadField } from "../values/stored";
import { visiblePaths } from "../visibility";

/** A file given to a file field, by its path. */
export type AttachedFile = { fieldPath: string };

type Checked = {
  /** Sections whose answers are judged. */
  sections: readonly Section[];
  /** Every section of the form: conditions look at them. */
  all: readonly Section[];
  answers: Answers;
  /** Null while files are asked apart: they are not judged. */
  files: readonly AttachedFile[] | null;
  /** Absent: every field that applies. */
  isJudged?: IsJudged;
};

/** Whether the answer at a path is judged: what was accepted once and stays as it was is not. */
export type IsJudged = (path: string) => boolean;

/** What is missing or wrong among the fields that apply, in the order of the page. */
export function checkSections({ sections, all, answers, files, isJudged }: Checked, context: FormContext): FieldErrors {
  const visible = visiblePaths(all, answers);
  const found: Found[] = [];
  for (const place of fieldPlaces(sections, answers)) {
    if (!visible.has(place.path) || isEmptyExtra(place, answers) || isJudged?.(place.path) === false) continue;
    const problems =
      kindOf(place.field).answeredBy === "files"
        ? fileErrors(place, answers, files, context)
        : answerErrors(place, answers, context);
    for (const [part, message] of Object.entries(problems))
      found.push({ place, name: nameOf(place.path, part), message });
  }
  return Object.fromEntries(found.map((one) => [one.name, sayOf(one, found, answers)]));
}

type Found = { place: Place; name: string; message: string };

/** « Indiquez le nom. » says of whom: « Second époux : indiquez le nom. »; what two fields say alike, or one of several objects, says of which. */
function sayOf({ place, message }: Found, found: readonly Found[], answers: Answers): string {
  const { group, item = 0, field, path } = place;
  const isOneOfMany = group !== undefined && Math.max(itemsOf(answers, groupPath(path)).length, group.min) > 1;
  const isSaidElsewhere = found.some((other) => other.message === message && other.place.path !== path);
  const isOfSomebody = kindOf(field).is(field).includes("person");
  if (!isSaidElsewhere && !isOneOfMany && !isOfSomebody) return message;
  const whose = group ? `${group.itemLabel} ${item + 1}` : field.label;
  return `${whose}\u00a0: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

/** An item added and left empty counts for nothing beyond the group's minimum. */
export function isEmptyItem(item: Readonly<Record<string, unknown>> | undefined): boolean {
  return item === undefined || Object.keys(item).length === 0;
}

function isEmptyExtra({ group, item, path }: Place, answers: Answers): boolean {
  if (group === undefined || item === undefined || item < group.min) return false;
  return isEmptyItem(itemsOf(answers, groupPath(path))[item]);
}

function groupPath(path: string): string {
  return path.split(".").slice(0, 2).join(".");
}

function answerErrors(
  { path, field }: Place,
  answers: Answers,
  context: FormContext,
): Readonly<Record<string, string>> {
  if (kindOf(field).answeredBy === "nothing") return {};
  const reading = rereadField(field, getAnswer(answers, path), context);
  if (reading.kind === "wrong") return reading.errors;
  if (reading.kind === "value") return {};
  return field.isOptional ? {} : kindOf(field).missing(field, context);
}

function fileErrors(
  { path, field }: Place,
  answers: Answers,
  files: readonly AttachedFile[] | null,
  context: FormContext,
): Readonly<Record<string, string>> {
  if (files === null || field.isOptional) return {};
  if (files.some(({ fieldPath }) => fieldPath === path) || isOnPaper(getAnswer(answers, path))) return {};
  return kindOf(field).missing(field, context);
}
