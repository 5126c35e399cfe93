import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/form/submit-button";
import type { DraftView, StepSlug } from "@/lib/demandes/types/demande";
import type { Section } from "@/lib/demarches/form";
import type { FormValues } from "@/lib/shared/form-state";
import { DemandeFields } from "../form/demande-fields";
import { ConfirmedField, EditionField } from "../form/edition-field";
import type { KnownPerson } from "../form/people";
import { placeBefore } from "./journey";
import { stepHref, stepTitles } from "./step-names";

type Props = {
  draft: DraftView;
  step: Extract<StepSlug, "informations" | "demande">;
  action: FormAction;
  sections: readonly Section[];
  earlier: readonly Section[];
  values: FormValues;
  people: readonly KnownPerson[];
  /** Where « Continuer » leads when the person came from the summary. */
  next?: "recapitulatif";
  /** Changes when the page comes back after « Ajouter » or « Reprendre »: the form then begins afresh. */
  visit: string;
};

/** The form of a step. Without JavaScript « Mettre à jour les questions » shows the questions that the answers call for. */
export function StepForm({ draft, step, action, sections, earlier, values, people, next, visit }: Props) {
  const back = next ? stepHref(draft.id, next) : placeBefore(draft, stepHref(draft.id, step));
  const hidden = { demandeId: draft.id, step, ...(next ? { next } : {}) };
  return (
    <ActionForm
      required="marked"
      key={visit}
      action={action}
      title={`${stepTitles[step]} – ${draft.demarche.title}`}
      values={values}
      enter="Continuer"
    >
      <HiddenFields values={hidden} />
      <EditionField edition={draft.edition} />
      <ConfirmedField />
      <DemandeFields sections={sections} earlier={earlier} values={values} people={people} draft={{ id: draft.id }} />
      <ButtonRow>
        <SubmitButton>Continuer</SubmitButton>
        {sections.some(isChanging) ? (
          <noscript>
            <button type="submit" name="intent" value="refresh" className="button button-secondary">
              Mettre à jour les questions
            </button>
          </noscript>
        ) : null}
        {back ? (
          <LinkButton href={back} variant="plain">
            Retour
          </LinkButton>
        ) : null}
      </ButtonRow>
    </ActionForm>
  );
}

/** Whether some question of a section depends on an answer. */
function isChanging({ when, fields }: Section): boolean {
  return (
    Boolean(when) || fields.some((field) => field.when ?? ("fields" in field && field.fields.some((item) => item.when)))
  );
}
