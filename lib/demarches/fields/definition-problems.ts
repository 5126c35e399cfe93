import { kindOfRole } from "@/lib/vocabulary/roles";
import {
  applicantSectionKey,
  beneficiarySectionKey,
  type Condition,
  type DemarcheDefinition,
  type Field,
  type SimpleField,
  type Warning,
} from "../form";
import { kindOf } from "./field-types";
import { isForwarding } from "../rules/forwarding";
import { isNewAddress } from "../rules/new-address";
import { allSections } from "../sections";
import type { Nature } from "../values/reading";

/** What types cannot say of a definition: names that collide, conditions that look nowhere or ahead. */
export function findProblems(definition: DemarcheDefinition): string[] {
  const sections = allSections(definition, { today: "2000-01-01", isSignedIn: false });
  const known = new Map<string, Field>();
  const problems: string[] = duplicates(sections.map(({ key }) => key)).map((key) => `section ${key}: twice`);
  for (const section of sections) {
    problems.push(...conditionProblems(section.when, known, `section ${section.key}`));
    problems.push(...duplicates(section.fields.map(({ key }) => key)).map((key) => `${section.key}.${key}: twice`));
    for (const field of section.fields) {
      const path = `${section.key}.${field.key}`;
      problems.push(...conditionProblems(field.when, known, path), ...fieldProblems(field, path, known));
      if (isForwarding(field) && (field.when ?? section.when)) problems.push(`${path}: services under a condition`);
      if ("isApplicantWhen" in field) problems.push(...conditionProblems(field.isApplicantWhen, known, path));
      known.set(path, field);
    }
  }
  const warnings = definition.warnings ?? [];
  return [
    ...problems,
    ...reservedProblems(definition),
    ...beneficiaryProblems(definition),
    ...warnings.flatMap((warning) => warningProblems(warning, known)),
    ...onceProblems([...known], "several fields choose services", ([, field]) => isForwarding(field)),
    ...onceProblems([...known], "several addresses for one account", ([, field]) => isNewAddress(field)),
    ...[...known].flatMap(([path, field]) => newAddressProblems(path, field, known)),
  ];
}

/** Names of JavaScript's own objects, and those that the engine keeps for itself. */
const reservedKeys = new Set(["constructor", "prototype", "raw", "who"]);
const reservedSections = new Set<string>([applicantSectionKey, beneficiarySectionKey]);

function reservedProblems({ sections }: DemarcheDefinition): string[] {
  const keys = sections.flatMap(({ key, fields }) => [
    key,
    ...fields.flatMap((field) => [field.key, ...("fields" in field ? field.fields.map((inner) => inner.key) : [])]),
  ]);
  return [
    ...(keys.some((key) => reservedKeys.has(key)) ? ["reserved key"] : []),
    ...(sections.some(({ key }) => reservedSections.has(key)) ? ["reserved section"] : []),
  ];
}

function beneficiaryProblems({ beneficiary }: DemarcheDefinition): string[] {
  const kinds = new Set(beneficiary?.roles.map((role) => kindOfRole[role]));
  return kinds.size > 1 ? ["natural and legal persons together"] : [];
}

type Named = readonly [path: string, field: Field];

/** A demande goes to the services of one question, and gives one address. */
function onceProblems(fields: readonly Named[], problem: string, isOne: (named: Named) => boolean): string[] {
  return fields
    .filter(isOne)
    .slice(1)
    .map(([path]) => `${path}: ${problem}`);
}

/** An account has an address in France, from a whole day on. */
function newAddressProblems(path: string, field: Field, known: Known): string[] {
  if (!isNewAddress(field)) return [];
  const from = known.get(field.mayUpdateAccount.from);
  return [
    ...(isA(from, "whole_day") ? [] : [`${path}: ${field.mayUpdateAccount.from} is no day`]),
    ...(field.allowsAbroad ? [`${path}: an account has an address in France`] : []),
  ];
}

/** A promise longer than the silence that refuses would be broken by the law before its day. A month counts for thirty days. */
export function findBrokenPromises({ maxDays, silenceMonths }: DemarcheDefinition): string[] {
  return maxDays > silenceMonths * 30
    ? [`maxDays: ${maxDays} days promised, the law decides after ${silenceMonths} months`]
    : [];
}

/** Whether rules may take the answers of a field for that. */
function isA(field: Field | undefined, nature: Nature): boolean {
  return field !== undefined && !("fields" in field) && kindOf(field).is(field).includes(nature);
}

type Known = ReadonlyMap<string, Field>;

/** A warning looks at a field of its kind, and its condition anywhere: it is judged once all was answered. */
function warningProblems(warning: Warning, known: Known): string[] {
  const field = known.get(warning.field);
  const where = `warning on ${warning.field}`;
  const fits = isA(field, "isOutsideTown" in warning.if ? "home" : "day");
  return [...(fits ? [] : [`${where}: no field of its kind`]), ...conditionProblems(warning.when, known, where)];
}

function fieldProblems(field: Field, path: string, known: Known): string[] {
  if ("fields" in field) return groupProblems(field.fields, path, known, field.min > field.max);
  return kindOf(field)
    .problems(field)
    .map((problem) => `${path}: ${problem}`);
}

function groupProblems(fields: readonly SimpleField[], path: string, known: Known, isCrossed: boolean): string[] {
  const problems = duplicates(fields.map(({ key }) => key)).map((key) => `${path}.${key}: twice`);
  if (isCrossed) problems.push(`${path}: bounds crossed`);
  const siblings = new Map(known);
  for (const field of fields) {
    if (kindOf(field).answeredBy === "files") problems.push(`${path}.${field.key}: a file in a group`);
    if (isForwarding(field)) problems.push(`${path}.${field.key}: services in a group`);
    if (isNewAddress(field)) problems.push(`${path}.${field.key}: an account’s address in a group`);
    problems.push(...conditionProblems(field.when, siblings, `${path}.${field.key}`));
    problems.push(...fieldProblems(field, `${path}.${field.key}`, known));
    siblings.set(`./${field.key}`, field);
  }
  return problems;
}

function conditionProblems(condition: Condition | undefined, known: Known, where: string): string[] {
  if (condition === undefined) return [];
  if ("all" in condition) return condition.all.flatMap((c) => conditionProblems(c, known, where));
  if ("any" in condition) return condition.any.flatMap((c) => conditionProblems(c, known, where));
  if ("not" in condition) return conditionProblems(condition.not, known, where);
  const field = known.get(condition.field);
  if (!field) return [`${where}: depends on ${condition.field}, which is not an earlier field`];
  return valueProblems(condition, field, where);
}

/** A condition that compares with a value that the field never takes would hide something for ever. */
function valueProblems(condition: Condition, field: Field, where: string): string[] {
  if (!("equals" in condition || "oneOf" in condition)) return [];
  const expected: readonly (string | boolean)[] = "equals" in condition ? [condition.equals] : condition.oneOf;
  const values = "fields" in field ? null : kindOf(field).comparable(field);
  if (values === null) return [`${where}: ${field.key} is no choice`];
  return expected
    .filter((value) => !values.includes(value))
    .map((value) => `${where}: ${field.key} is never « ${String(value)} »`);
}

function duplicates(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}
