import { ButtonRow } from "@/components/ui/button-row";
import { RadioGroup } from "@/components/ui/fields/radio-group";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { VersionField } from "@/components/ui/form/version-field";

type Props = { action: FormAction; title: string; isValidatedByAgent: boolean; version: string };

const options = [
  { value: "no", label: "Non", hint: "Un compte est pleinement utilisable dès l’inscription." },
  {
    value: "yes",
    label: "Oui",
    hint: "La personne dépose ses demandes sans attendre, mais un agent vérifie son compte, puis chaque changement de nom ou d’adresse.",
  },
];

/** T11. */
export function AccountSettingsForm({ action, title, isValidatedByAgent, version }: Props) {
  return (
    <ActionForm action={action} title={title}>
      <VersionField version={version} />
      <RadioGroup
        name="validatedByAgent"
        label="Les comptes des usagers sont-ils validés par un agent ?"
        hint="Le choix vaut pour les inscriptions à venir. Les comptes déjà en attente le restent : validez-les depuis « Comptes »."
        options={options}
        defaultValue={isValidatedByAgent ? "yes" : "no"}
      />
      <ButtonRow>
        <SubmitButton>Enregistrer</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}
