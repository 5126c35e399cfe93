import { withOwnPerson, withPerson } from "@/components/demandes/form/take-person";
import { fieldSections } from "@/components/demandes/steps/journey";
import { withoutCopiedValues } from "@/components/demandes/form/copied-values";
import { withNotes } from "@/components/demandes/steps/correction-notes";
import type { KnownPerson } from "@/components/demandes/form/people";
import type { DraftView } from "@/lib/demandes/types/demande";
import { toFormValues } from "@/lib/demarches/answers";
import { applicantSectionKey, type Section, type Step } from "@/lib/demarches/form";
import { withExamples } from "@/lib/demarches/rules/examples";
import { asksPerson, withOwnValues } from "@/lib/demarches/rules/known";
import { allSections } from "@/lib/demarches/sections";
import { getRelation, listRelations } from "@/lib/relations/queries";
import { isUnborn } from "@/lib/relations/types";
import type { RelationId } from "@/lib/shared/ids";
import type { FormValues } from "@/lib/shared/form-state";
import { currentCitizen } from "@/lib/web/session/current-actor";
import { orNotFound } from "@/lib/web/page/or-not-found";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What the form of a step needs: its fields, their values, and the people whose data may be taken up. */
export async function fieldsOf(draft: DraftView, step: Step, query: Query) {
  const { definition, answers, context } = draft;
  const sections = withNotes(draft, withExamples(definition, fieldSections(draft, step), context));
  const shown = new Set(sections.map(({ key }) => key));
  const earlier = allSections(definition, context).filter(({ key }) => !shown.has(key));
  const values = withOwnValues(sections, toFormValues(definition, answers, context), answers);
  const next = query.retour === "recapitulatif" ? ("recapitulatif" as const) : undefined;
  const visit = typeof query.e === "string" ? query.e : "";
  return {
    sections,
    earlier,
    next,
    visit,
    people: asksPerson(sections) ? await people(values) : [],
    values: withoutCopiedValues(sections, await takenUp(sections, values, query)),
  };
}

/** The author as « Mes informations » names them, with or without account, then the relations of the account. */
async function people(values: FormValues): Promise<KnownPerson[]> {
  const citizen = await currentCitizen();
  const relations = citizen ? await listRelations(citizen) : [];
  const own = [textOf(values, "firstName"), textOf(values, "lastName")].filter(Boolean).join(" ");
  return [
    ...(own ? [{ id: "account", role: "account" as const, label: `${own} (vous)` }] : []),
    ...relations.map(({ id, role, name }) => ({ id, role, label: name })),
  ];
}

/** « Reprendre »: the page comes back with the field `reprendre` filled in from `de`, until it is saved. */
async function takenUp(
  sections: readonly Section[],
  values: FormValues,
  { reprendre, de }: Query,
): Promise<FormValues> {
  if (typeof reprendre !== "string" || typeof de !== "string" || de === "") return values;
  if (de === "account") return withOwnPerson(sections, values, reprendre);
  const citizen = await currentCitizen();
  if (!citizen) return values;
  const person = await orNotFound(() => getRelation(citizen, de as RelationId));
  return withPerson(sections, values, reprendre, { ...person, isUnborn: isUnborn(person) });
}

function textOf(values: FormValues, part: string): string {
  const typed = values[`${applicantSectionKey}.${part}`];
  return typeof typed === "string" ? typed : "";
}
