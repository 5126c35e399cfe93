import { beneficiarySectionKey, type Answers, type DemarcheDefinition, type FormContext } from "@/lib/demarches/form";
import { getAnswer, setAnswer } from "@/lib/demarches/paths";
import { allSections } from "@/lib/demarches/sections";
import { visiblePaths } from "@/lib/demarches/visibility";
import type { Correction } from "./lock-draft";

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
