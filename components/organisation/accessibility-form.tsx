import { ButtonRow } from "@/components/ui/button-row";
import { DateField } from "@/components/ui/fields/date-field";
import { Fieldset } from "@/components/ui/fields/fieldset";
import { NumberField } from "@/components/ui/fields/number-field";
import { TextArea } from "@/components/ui/fields/text-area";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { VersionField } from "@/components/ui/form/version-field";
import { LinkButton } from "@/components/ui/link-button";
import type { Accessibility } from "@/lib/shared/accessibility";

type Props = { action: FormAction; title: string; accessibility: Accessibility; version: string };

/** The statement that the law asks of the town: its audit, what is known to fail, its plans, its date. */
export function AccessibilityForm({ action, title, accessibility, version }: Props) {
  const { audit, statedOn, defects, exemptions, schemeUrl, planUrl } = accessibility;
  return (
    <ActionForm required="marked" action={action} title={title}>
      <VersionField version={version} />
      <Fieldset
        legend="Audit de conformité"
        hint="L’état déclaré en découle : 100 % des critères, « totalement conforme » ; la moitié au moins, « partiellement conforme » ; moins, ou aucun audit, « non conforme »."
      >
        <NumberField
          name="rate"
          label="Taux de conformité, en pourcentage"
          hint="Celui du rapport d’audit, par exemple 87,5."
          isDecimal
          optional
          defaultValue={audit ? String(audit.rate).replace(".", ",") : ""}
        />
        <TextField name="auditor" label="Audit fait par" optional defaultValue={audit?.auditor} />
        <DateField name="auditedOn" label="Date de l’audit" hint="" optional defaultValue={audit?.date} />
      </Fieldset>
      <Fieldset legend="Contenus non accessibles" hint="Une ligne pour chaque défaut.">
        <TextArea
          name="defects"
          label="Non-conformités connues"
          rows={4}
          maxLength={3_000}
          optional
          defaultValue={defects.join("\n")}
        />
        <TextArea
          name="exemptions"
          label="Dérogations pour charge disproportionnée"
          hint="Pour chacune, dites pourquoi et ce qui la remplace."
          rows={3}
          maxLength={3_000}
          optional
          defaultValue={exemptions.join("\n")}
        />
      </Fieldset>
      <Fieldset legend="Engagements" hint="La loi demande de publier les deux (loi du 11 février 2005, article 47).">
        <TextField name="schemeUrl" label="Adresse du schéma pluriannuel" optional defaultValue={schemeUrl} />
        <TextField name="planUrl" label="Adresse du plan d’actions de l’année" optional defaultValue={planUrl} />
      </Fieldset>
      <DateField
        name="statedOn"
        label="Date de la déclaration"
        hint="Celle de sa dernière mise à jour."
        defaultValue={statedOn}
      />
      <ButtonRow>
        <SubmitButton>Enregistrer</SubmitButton>
        <LinkButton href="/admin/reglages" variant="plain">
          Annuler
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}
