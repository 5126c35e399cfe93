import { beneficiarySectionKey, type Answers, type DemarcheDefinition, type FormContext } from "@/lib/demarches/form";
import type { AttachedFile } from "@/lib/demarches/fields/check";
import { kindOf } from "@/lib/demarches/fields/field-types";
import { getAnswer, setAnswer } from "@/lib/demarches/fields/paths";
import { findField } from "@/lib/demarches/fields/places";
import { isForwarding } from "@/lib/demarches/rules/forwarding";
import { allSections } from "@/lib/demarches/sections";
import { summarise, type SummaryFile, type SummarySection } from "@/lib/demarches/summary";
import { visiblePaths } from "@/lib/demarches/visibility";

/** A form that was filed once: what it held then was accepted, and is not judged again for what changed around it. */
export type Filed = {
  answers: Answers;
  /** Those given with it. */
  files: readonly AttachedFile[];
  /** Civil day of that filing. */
  on: string;
  /** In a correction, what the service named; null in a change. */
  flagged: readonly string[] | null;
};

/** What the service named, and what was submitted then. */
export type Correction = { flagged: readonly string[]; submitted: Answers };

/** Null: everything may change. */
export function correctionOf(filed: Filed | null): Correction | null {
  return filed?.flagged ? { flagged: filed.flagged, submitted: filed.answers } : null;
}

/**
 * The fields and documents that a service may name: all that is read, save a box that its author had to tick as it stands, and the
 * services that were chosen.
 */
export function correctable(
  definition: DemarcheDefinition,
  answers: Answers,
  files: readonly SummaryFile[],
  context: FormContext,
): SummarySection[] {
  const all = allSections(definition, context);
  return summarise(definition, answers, files, context)
    .map((section) => ({
      ...section,
      rows: section.rows.filter(({ path }) => {
        const field = findField(all, path);
        return !field || (kindOf(field).boxes !== "one" && !isForwarding(field));
      }),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/**
 * What may change in a correction: the paths that the service named, and the fields that a corrected answer makes appear
 * (nobody could fill them before). Naming who the beneficiary is opens the whole of « Le bénéficiaire ».
 */
export function openPaths(
  { flagged, submitted }: Correction,
  definition: DemarcheDefinition,
  answers: Answers,
  context: FormContext,
): string[] {
  const all = allSections(definition, context);
  const before = visiblePaths(all, submitted);
  const isNew = (path: string) => !before.has(path);
  const named = flagged.includes(`${beneficiarySectionKey}.who`) ? [...flagged, beneficiarySectionKey] : flagged;
  return [...new Set([...named, ...[...visiblePaths(all, answers)].filter(isNew)])];
}

/** Whether a path is open: itself, or a part of what is. */
export function isOpenPath(path: string, open: readonly string[]): boolean {
  return open.some((each) => path === each || path.startsWith(`${each}.`));
}

/** The answers with only what is open taken from `after`; everything else stays as in `before`, whatever was posted. */
export function keepOpen(before: Answers, after: Answers, open: readonly string[]): Answers {
  return open.reduce((kept, path) => setAnswer(kept, path, getAnswer(after, path)), before);
}
