import type { FieldErrors } from "@/lib/shared/form-state";
import {
  applicantSectionKey,
  beneficiarySectionKey,
  type Answers,
  type DemarcheDefinition,
  type FormContext,
  type Step,
  type Warning,
} from "../form";
import { getAnswer } from "./paths";
import { findField } from "./places";
import { allSections, stepSections } from "../sections";
import { comparableCommune, isFrance } from "@/lib/shared/place";
import { isIsoDay, isPartialDay, resolveBound } from "../values/days";
import { textIn } from "../values/reading";
import { effectiveAnswers, holds, visiblePaths } from "../visibility";

/** Where the town is: its postal codes, each with its name there (null: whatever the name); none known, and nothing is outside. */
type TownPlaces = readonly { postalCode: string; commune: string | null }[];

/**
 * What is unlikely among the answers of one step, by control: a sentence that asks to look again. Nothing here is wrong:
 * who gives the same answer again goes on.
 */
export function findWarnings(
  definition: DemarcheDefinition,
  step: Step,
  answers: Answers,
  context: FormContext,
  town: TownPlaces,
): FieldErrors {
  const all = allSections(definition, context);
  const effective = effectiveAnswers(all, answers);
  const visible = visiblePaths(all, answers);
  const here = new Set(stepSections(definition, step, context).map(({ key }) => key));
  const found: Record<string, string> = {};
  for (const { field, if: rule, when, text } of [...(definition.warnings ?? []), ...halfDates]) {
    const [section = ""] = field.split(".");
    if (!here.has(section) || !visible.has(field) || !findField(all, field)) continue;
    if (when && !holds(when, effective)) continue;
    const part = oddPart(rule, getAnswer(effective, field), context, town);
    if (part !== null) found[part ? `${field}.${part}` : field] ??= text;
  }
  return found;
}

/** What a person confirms: each odd answer as it stands. Another answer is another question. */
export function confirmationOf(warnings: FieldErrors, answers: Answers): string {
  const paths = Object.keys(warnings).map((control) => control.split(".").slice(0, 2).join("."));
  return JSON.stringify([...new Set(paths)].sort().map((path) => [path, getAnswer(answers, path)]));
}

type Rule = Warning["if"] | { isPartial: true };
type AnyWarning = Omit<Warning, "if"> & { if: Rule };

/** A forgotten box is not told from a birth of which nobody knows the day, but by asking. */
const halfDates: readonly AnyWarning[] = [applicantSectionKey, beneficiarySectionKey].map((section) => ({
  field: `${section}.birthDate`,
  if: { isPartial: true },
  text: "Cette date de naissance n’est pas entière. Complétez-la, si vous la connaissez.",
}));

/** The part of the field where the warning stands, « » for the field itself; null when there is nothing odd. */
function oddPart(rule: Rule, stored: unknown, { today }: FormContext, town: TownPlaces): string | null {
  if ("isOutsideTown" in rule) {
    return town.length > 0 && isOutside(stored, town) ? "postalCode" : null;
  }
  if ("isPartial" in rule) return isPartialDay(stored) ? "" : null;
  if (!isIsoDay(stored) && !isPartialDay(stored)) return null;
  const bound = resolveBound("before" in rule ? rule.before : rule.after, today).slice(0, stored.length);
  return ("before" in rule ? stored < bound : stored > bound) ? "" : null;
}

/** In another country, or at a postal code of the town where it is another commune. */
function isOutside(stored: unknown, town: TownPlaces): boolean {
  const [code, country, commune] = [textIn(stored, "postalCode"), textIn(stored, "country"), textIn(stored, "commune")];
  if (!isFrance(country)) return true;
  if (code === "") return false;
  const same = comparableCommune(commune);
  return !town.some(
    (place) => place.postalCode === code && (place.commune === null || comparableCommune(place.commune) === same),
  );
}
