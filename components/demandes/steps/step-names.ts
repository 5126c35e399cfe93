import type { Step } from "@/components/ui/step-progress";
import { isChanged } from "@/lib/demandes/answers";
import { stepSlugs, type DraftView, type StepSlug } from "@/lib/demandes/types/demande";
import { applicantSectionKey, beneficiarySectionKey, type DemarcheDefinition } from "@/lib/demarches/form";
import { listPieces } from "@/lib/demarches/sections";
import type { FieldErrors } from "@/lib/shared/form-state";

export const stepTitles: Record<StepSlug, string> = {
  demarche: "La démarche",
  "rendez-vous": "Mon rendez-vous",
  informations: "Mes informations",
  demande: "Ma demande",
  documents: "Vos documents",
  recapitulatif: "Le récapitulatif",
};

/** The steps of a démarche: « Mon rendez-vous » only where there is one (F91). */
export function stepsOf({ appointment }: Pick<DemarcheDefinition, "appointment">): readonly StepSlug[] {
  return stepSlugs.filter((step) => step !== "rendez-vous" || appointment !== "none");
}

export function stepHref(draftId: string, step: StepSlug): string {
  return `/demandes/${draftId}/${step === "documents" ? "demande/documents" : step}`;
}

type Progress = Pick<
  DraftView,
  "id" | "status" | "mode" | "step" | "definition" | "answers" | "attachments" | "corrections" | "filed"
>;

/**
 * The list of steps seen from `current`, with links back to those already reached (F138). Done is what was gone through and
 * lacks nothing (`problems`: what stands between the draft and its submission): never the summary, which ends by being sent.
 * In a correction, a page is done once each point that the service named there has changed, and never for having been gone through.
 */
export function stepStates(
  draft: Progress,
  steps: readonly StepSlug[],
  current: StepSlug,
  problems: FieldErrors,
): Step[] {
  const here = steps.indexOf(current);
  const left = draft.status === "draft" ? steps.indexOf(draft.step) : steps.length - 1;
  const lacking = new Set(Object.keys(problems).map((path) => stepOf(draft.definition, path)));
  const isRead = (step: StepSlug, index: number) => (step === "demarche" || step === "rendez-vous") && index < here;
  const isDone = (step: StepSlug, index: number) => {
    if (step === "recapitulatif" || lacking.has(step)) return false;
    if (draft.mode === "correction") return isCorrected(draft, step);
    return index < left || isGiven(draft, step) || isRead(step, index);
  };
  const last = steps.reduce((most, step, index) => (isDone(step, index) ? index + 1 : most), 0);
  const farthest = Math.max(here, left, last);
  return steps.map((step, index) => ({
    label: stepTitles[step],
    state: index === here ? "current" : isDone(step, index) ? "done" : "todo",
    href: index <= farthest ? stepHref(draft.id, step) : undefined,
  }));
}

/** What follows « Ma demande » while its answers do not say yet whether a document is asked; null where the list of steps knows. */
export function undecidedNext(
  { definition, mode }: Pick<DraftView, "definition" | "mode">,
  steps: readonly StepSlug[],
  current: StepSlug,
  problems: FieldErrors,
): string | null {
  if (current !== "demande" || mode === "correction" || steps.includes("documents")) return null;
  const isAnswered = !Object.keys(problems).some((path) => stepOf(definition, path) === "demande");
  return isAnswered || listPieces(definition).length === 0 ? null : `${stepTitles.documents}, selon vos réponses`;
}

/** The step where a path is answered. */
function stepOf(definition: DemarcheDefinition, path: string): StepSlug {
  if (path.startsWith(`${applicantSectionKey}.`) || path.startsWith(`${beneficiarySectionKey}.`)) return "informations";
  return listPieces(definition).some((piece) => piece.path === path) ? "documents" : "demande";
}

/** Whether each point that the service named on this page differs from what was filed. */
function isCorrected(draft: Progress, wanted: StepSlug): boolean {
  const named = draft.corrections
    .map(({ fieldPath }) => fieldPath)
    .filter((path) => stepOf(draft.definition, path) === wanted);
  return named.length > 0 && named.every((path) => isChanged(draft, path));
}

/** Whether something of the step was given, whatever page was left last. What an account filled in beforehand is not enough. */
function isGiven({ definition, answers, attachments }: Progress, wanted: StepSlug): boolean {
  if (wanted === "documents") return attachments.some(({ origin }) => origin !== "answer");
  if (wanted === "demande") return definition.sections.some(({ key }) => hasAnswers(answers[key]));
  return false;
}

function hasAnswers(section: unknown): boolean {
  return typeof section === "object" && section !== null && Object.keys(section).length > 0;
}
