import type { DraftView, StepSlug } from "@/lib/demandes/types/demande";
import type { Section, Step } from "@/lib/demarches/form";
import { isForwarding, withReached } from "@/lib/demarches/rules/forwarding";
import { allSections, stepSections } from "@/lib/demarches/sections";
import { visiblePaths } from "@/lib/demarches/visibility";
import { documentRequests, type DocumentRequest } from "../documents/document-request";
import { stepHref, stepsOf } from "./step-names";

export type Place = { step: StepSlug; href: string };

/** The pages that this draft goes through, in order. A correction goes through what the service named, and nothing else. */
export function journeyOf(draft: DraftView): readonly Place[] {
  const isCorrection = draft.mode === "correction";
  const at = (step: StepSlug): Place => ({ step, href: stepHref(draft.id, step) });
  return stepsOf(draft.definition).flatMap((step) => {
    if (step === "demande") return fieldSections(draft, "demande").length > 0 ? [at(step)] : [];
    if (step === "documents") return openRequests(draft).length > 0 ? [at(step)] : [];
    if (!isCorrection || step === "recapitulatif") return [at(step)];
    return step === "informations" && fieldSections(draft, "informations").length > 0 ? [at(step)] : [];
  });
}

/** The page before the one at `href`, or null at the beginning. */
export function placeBefore(draft: DraftView, href: string): string | null {
  const places = journeyOf(draft);
  return places[places.findIndex((place) => place.href === href) - 1]?.href ?? null;
}

/** The sections of a step without their documents, and in a correction without what may not change. Empty ones are left out. */
export function fieldSections(draft: DraftView, step: Step): Section[] {
  const { definition, context, answers } = draft;
  const visible = visiblePaths(allSections(definition, context), answers);
  return withReached(stepSections(definition, step, context), context.unreached)
    .map((section) => ({
      ...section,
      fields: section.fields.filter((field) => {
        const path = `${section.key}.${field.key}`;
        // Each service chosen has its own demande since: that choice is made once.
        if (draft.filed && isForwarding(field)) return false;
        // What is hidden today may be called for by a corrected answer.
        return !("document" in field) && (isOpen(draft, path) || !visible.has(path));
      }),
    }))
    .filter(({ key, fields }) => fields.some((field) => isOpen(draft, `${key}.${field.key}`)));
}

/** The documents that apply, and in a correction those alone that the service named. */
export function openRequests(draft: DraftView): DocumentRequest[] {
  const { definition, answers, attachments, context } = draft;
  return documentRequests(allSections(definition, context), answers, attachments).filter(({ path }) =>
    isOpen(draft, path),
  );
}

/** Whether a field may change: itself, a part of it, or the section it stands in. */
export function isOpen({ openPaths }: Pick<DraftView, "openPaths">, path: string): boolean {
  return (
    openPaths === null ||
    openPaths.some((open) => open === path || open.startsWith(`${path}.`) || path.startsWith(`${open}.`))
  );
}
