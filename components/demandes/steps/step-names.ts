import type { DemarcheDefinition } from "@/lib/demarches/form";
import { stepSlugs, type DraftView, type StepSlug } from "@/lib/demandes/types";
import type { Step } from "@/components/ui/step-progress";

export const stepTitles: Record<StepSlug, string> = {
  demarche: "La démarche",
  "rendez-vous": "Mon rendez-vous",
  informations: "Mes informations",
  demande: "Ma demande",
  recapitulatif: "Le récapitulatif",
};

/** The steps of a démarche: « Mon rendez-vous » only where there is one (F91). */
export function stepsOf({ appointment }: Pick<DemarcheDefinition, "appointment">): readonly StepSlug[] {
  return stepSlugs.filter((step) => step !== "rendez-vous" || appointment !== "none");
}

export function stepHref(draftId: string, step: StepSlug): string {
  return `/demandes/${draftId}/${step}`;
}

/** The farthest step that may be opened: the one after the last that was saved. */
export function reachedStep({ status, step, definition }: Pick<DraftView, "status" | "step" | "definition">): StepSlug {
  if (status !== "draft") return "recapitulatif";
  const steps = stepsOf(definition);
  return step === "demarche" ? step : (steps[steps.indexOf(step) + 1] ?? step);
}

/** The list of steps seen from `current`: links back to those already reached (F138). */
export function stepStates(draftId: string, steps: readonly StepSlug[], current: StepSlug, reached: StepSlug): Step[] {
  const here = steps.indexOf(current);
  const farthest = Math.max(here, steps.indexOf(reached));
  return steps.map((step, index) => ({
    label: stepTitles[step],
    state: index === here ? "current" : index <= farthest ? "done" : "todo",
    href: index <= farthest ? stepHref(draftId, step) : undefined,
  }));
}
