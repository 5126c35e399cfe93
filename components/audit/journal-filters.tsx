import { DateField } from "@/components/ui/fields/date-field";
import { SelectField } from "@/components/ui/fields/select-field";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { actorKindLabels, actorKinds } from "@/lib/audit/types";
import type { JournalParams } from "@/lib/audit/schema";
import { auditFamilies, verbsOf, type AuditFamily } from "@/lib/vocabulary/audit-families";
import { auditVerbLabels } from "@/lib/vocabulary/audit-verb-labels";

type Props = { action: FormAction; params: JournalParams; agents: readonly { id: string; name: string }[] };

const acts = (Object.keys(auditFamilies) as AuditFamily[]).flatMap((family) => [
  { value: family, label: `${auditFamilies[family].all} : tous les actes` },
  ...verbsOf(family).map((verb) => ({ value: verb, label: `\u2003${auditVerbLabels[verb]}` })),
]);
const kinds = actorKinds.map((value) => ({ value, label: actorKindLabels[value] }));

/** What the journal is narrowed to. An agent is chosen by name, so that no address of the portal carries one. */
export function JournalFilters({ action, params, agents }: Props) {
  return (
    <ActionForm action={action} label="Filtrer le journal" className="admin-filters">
      <DateField name="du" label="Premier jour" hint="" optional defaultValue={params.du} />
      <DateField name="au" label="Dernier jour" hint="" optional defaultValue={params.au} />
      <SelectField name="acte" label="Acte" options={acts} defaultValue={params.acte} placeholder="Tous les actes" />
      <SelectField
        name="auteur"
        label="Sorte d’auteur"
        options={kinds}
        defaultValue={params.auteur}
        placeholder="Toutes"
      />
      <SelectField
        name="agent"
        label="Agent auteur"
        options={agents.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={params.agent}
        placeholder="Tous les agents"
      />
      <TextField name="objet" label="Identifiant de l’objet" optional defaultValue={params.objet} autoComplete="off" />
      <ButtonRow>
        <SubmitButton variant="secondary">Filtrer</SubmitButton>
        {Object.values(params).some(Boolean) ? (
          <LinkButton variant="plain" href="/admin/journal">
            Effacer les filtres
          </LinkButton>
        ) : null}
      </ButtonRow>
    </ActionForm>
  );
}
