import { withPerson } from "@/components/demandes/form/take-person";
import { fieldSections } from "@/components/demandes/steps/journey";
import { withNotes } from "@/components/demandes/steps/correction-notes";
import type { KnownPerson } from "@/components/demandes/form/people";
import { getProfile } from "@/lib/accounts/queries";
import type { DraftView } from "@/lib/demandes/types";
import { toFormValues } from "@/lib/demarches/answers";
import type { Field, Step } from "@/lib/demarches/form";
import { allSections } from "@/lib/demarches/sections";
import { getRelation, listRelations } from "@/lib/relations/queries";
import type { RelationId } from "@/lib/shared/ids";
import type { FormValues } from "@/lib/shared/form-state";
import { currentCitizen } from "@/lib/web/current-actor";
import { orNotFound } from "@/lib/web/or-not-found";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What the form of a step needs: its fields, their values, and the people whose data may be taken up. */
export async function fieldsOf(draft: DraftView, step: Step, query: Query) {
  const { definition, answers, context } = draft;
  const sections = withNotes(draft, fieldSections(draft, step));
  const shown = new Set(sections.map(({ key }) => key));
  const earlier = allSections(definition, context).filter(({ key }) => !shown.has(key));
  const values = toFormValues(definition, answers, context);
  const next = query.retour === "recapitulatif" ? ("recapitulatif" as const) : undefined;
  const visit = typeof query.e === "string" ? query.e : "";
  const needsPeople = sections.some(({ fields }) => fields.some(asksPerson));
  return {
    sections,
    earlier,
    next,
    visit,
    people: needsPeople ? await people() : [],
    values: await takenUp(values, query),
  };
}

function asksPerson(field: Field): boolean {
  return field.type === "person" || (field.type === "group" && field.fields.some(asksPerson));
}

async function people(): Promise<KnownPerson[]> {
  const citizen = await currentCitizen();
  if (!citizen) return [];
  const [profile, relations] = await Promise.all([getProfile(citizen), listRelations(citizen)]);
  const own: KnownPerson = { id: "account", role: "account", label: `${profile.firstName} ${profile.lastName} (vous)` };
  return [own, ...relations.map(({ id, role, name }) => ({ id, role, label: name }))];
}

/** « Reprendre »: the page comes back with the field `reprendre` filled in from `de`, until it is saved. */
async function takenUp(values: FormValues, { reprendre, de }: Query): Promise<FormValues> {
  const citizen = await currentCitizen();
  if (!citizen || typeof reprendre !== "string" || typeof de !== "string" || de === "") return values;
  if (de !== "account")
    return withPerson(values, reprendre, await orNotFound(() => getRelation(citizen, de as RelationId)));
  const { civility, firstName, lastName } = await getProfile(citizen);
  return withPerson(values, reprendre, { civility, firstName, lastName, birthDate: null, birthPlace: "" });
}
