import { kindOf } from "./field-types";
import type { DemarcheDefinition, Field, SimpleField } from "../form";

/**
 * What a form may not do with somebody who is not there to answer: make a datum about them compulsory, unless a text of law
 * asks it (`law`) or the author may say that they do not know (`waiver`). A person field is about a third person, whoever
 * it is taken from; other fields say so (`isAboutThird`), a group for all of its own. Paths of those that break the rule.
 */
export function findUnlawful({ sections }: DemarcheDefinition): string[] {
  return sections.flatMap((section) =>
    section.fields.flatMap((field) =>
      unlawfulIn(field, `${section.key}.${field.key}`).map(
        (path) => `${path}: compulsory, about a third person, no law`,
      ),
    ),
  );
}

/** The fields about third persons, those of groups with their path « section.group.field ». */
export function thirdPersonFields({ sections }: DemarcheDefinition): { path: string; field: SimpleField }[] {
  return sections.flatMap((section) =>
    section.fields.flatMap((field) => {
      const path = `${section.key}.${field.key}`;
      if (!("fields" in field)) return isAboutThird(field) ? [{ path, field }] : [];
      return field.fields
        .filter((inner) => field.isAboutThird || isAboutThird(inner))
        .map((inner) => ({ path: `${path}.${inner.key}`, field: inner }));
    }),
  );
}

function unlawfulIn(field: Field, path: string): string[] {
  if (!("fields" in field)) return isAboutThird(field) && !mayBeCompulsory(field) ? [path] : [];
  return field.fields
    .filter((inner) => (field.isAboutThird || isAboutThird(inner)) && !mayBeCompulsory(inner))
    .map(({ key }) => `${path}.${key}`);
}

function isAboutThird(field: SimpleField): boolean {
  return field.isAboutThird === true || kindOf(field).is(field).includes("person");
}

/** Beside the law on names, what a person field asks of a birth still needs its waiver. */
function mayBeCompulsory(field: SimpleField): boolean {
  if (field.isOptional || kindOf(field).answeredBy === "nothing") return true;
  if (field.law && kindOf(field).asksMoreThanLaw(field)) return field.waiver !== undefined;
  return field.law !== undefined || field.waiver !== undefined;
}
