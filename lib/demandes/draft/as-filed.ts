import type { IsJudged } from "@/lib/demarches/fields/check";
import { kindOf } from "@/lib/demarches/fields/field-types";
import {
  beneficiarySectionKey,
  type Answers,
  type DemarcheDefinition,
  type FormContext,
  type SimpleField,
} from "@/lib/demarches/form";
import { getAnswer, setAnswer } from "@/lib/demarches/fields/paths";
import { fieldPlaces, itemsOf, type Place } from "@/lib/demarches/fields/places";
import { forwardingOf } from "@/lib/demarches/rules/forwarding";
import { allSections } from "@/lib/demarches/sections";
import { isOnPaper } from "@/lib/demarches/values/choices";
import { writeField } from "@/lib/demarches/values/stored";
import { visiblePaths } from "@/lib/demarches/visibility";
import { isId } from "@/lib/shared/ids";
import { beneficiaryName } from "./beneficiary";
import { isOpenPath, openPaths, type Filed } from "../revision/correction";

type Form = { definition: DemarcheDefinition; context: FormContext; filed: Filed | null };

/**
 * The context of a filed form, taken up today: it asks for whom it is when it did, whatever relation was added or removed
 * since, still offers who was chosen, and where it is corrected a day that was right then is right still.
 */
export function contextAsFiled<C extends FormContext>(context: C, { answers, on, flagged }: Filed): C {
  const who = getAnswer(answers, `${beneficiarySectionKey}.who`);
  const isGone = typeof who === "string" && isId(who) && !context.relations?.some(({ id }) => id === who);
  const chosen = isGone ? [{ id: who, label: beneficiaryName(answers) ?? "" }] : [];
  return {
    ...context,
    asksWho: who !== undefined,
    filedOn: flagged === null ? undefined : on,
    relations: [...(context.relations ?? []), ...chosen],
  };
}

/**
 * What of an open form is judged. A first filing: everything. A correction: what the service opened. A change: what its
 * author touched, and what a touched answer makes appear.
 */
export function judgedOf({ definition, context, filed }: Form, answers: Answers): IsJudged {
  if (!filed) return () => true;
  if (filed.flagged !== null) {
    const open = openPaths({ flagged: filed.flagged, submitted: filed.answers }, definition, answers, context);
    return (path) => isOpenPath(path, open);
  }
  const all = allSections(definition, context);
  const shown = visiblePaths(all, filed.answers);
  const places = new Map(fieldPlaces(all, answers).map((place) => [place.path, place]));
  return (path) => {
    const place = places.get(path);
    return !place || isTouched(place, answers, filed, shown);
  };
}

/**
 * The answers with what its author did not touch put back as it was filed: a page posts every control, and a day that has
 * passed since would be read as wrong. So is the choice of services, whatever was posted: each has its own demande since.
 */
export function keepAsFiled({ definition, context, filed }: Form, answers: Answers): Answers {
  if (!filed) return answers;
  const chosen = forwardingOf(definition)?.path;
  const sent = chosen === undefined ? answers : setAnswer(answers, chosen, getAnswer(filed.answers, chosen));
  return fieldPlaces(allSections(definition, context), answers)
    .filter(({ field }) => kindOf(field).answeredBy !== "files")
    .reduce((kept, place) => {
      const { value } = formerOf(place, answers, filed.answers);
      const isKept = value !== undefined && isSame(place.field, value, getAnswer(answers, place.path));
      return isKept ? setAnswer(kept, place.path, value) : kept;
    }, sent);
}

function isTouched(
  place: Place,
  answers: Answers,
  { answers: before, files }: Filed,
  shown: ReadonlySet<string>,
): boolean {
  const { path, field } = place;
  const former = formerOf(place, answers, before);
  if (!former.isWhole && !shown.has(path)) return true;
  if (kindOf(field).answeredBy !== "files") return !isSame(field, former.value, getAnswer(answers, path));
  return files.some(({ fieldPath }) => fieldPath === path) || isOnPaper(former.value);
}

/**
 * What was filed there. In a group, by the item that was filed just so, wherever it stood (those that remain move up when
 * one is taken away: `isWhole`), else by the item of the same rank.
 */
function formerOf({ path, group, item, field }: Place, answers: Answers, before: Answers) {
  if (group === undefined || item === undefined) return { value: getAnswer(before, path), isWhole: false };
  const list = path.split(".").slice(0, 2).join(".");
  const now = itemsOf(answers, list)[item] ?? {};
  const filed = itemsOf(before, list);
  const whole = filed.find((former) => group.fields.every((each) => isSame(each, former[each.key], now[each.key])));
  return { value: (whole ?? filed[item])?.[field.key], isWhole: whole !== undefined };
}

/** Whether two stored values show the same in the controls of their field, understood or not. */
function isSame(field: SimpleField, one: unknown, other: unknown): boolean {
  return shownIn(field, one) === shownIn(field, other);
}

function shownIn(field: SimpleField, stored: unknown): string {
  const entries = Object.entries(writeField(field, "", stored)).filter(([, typed]) => typed !== "");
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
