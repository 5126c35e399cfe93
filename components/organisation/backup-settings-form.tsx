import { ButtonRow } from "@/components/ui/button-row";
import { NumberField } from "@/components/ui/fields/number-field";
import { RadioGroup } from "@/components/ui/fields/radio-group";
import { SelectField } from "@/components/ui/fields/select-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { VersionField } from "@/components/ui/form/version-field";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { BackupState } from "@/lib/organisation/types";

type Props = { action: FormAction; title: string; state: BackupState };

const modes = [
  {
    value: "portal",
    label: "Le portail, chaque jour",
    hint: "Une copie chiffrée de la base et des fichiers déposés, dans le dossier choisi par la personne qui exploite le portail.",
  },
  {
    value: "elsewhere",
    label: "L’hébergeur, ou la personne qui exploite le portail",
    hint: "Le portail ne peut pas vérifier ces sauvegardes : il ne vous avertira pas si elles manquent.",
  },
  { value: "none", label: "Personne pour l’instant", hint: "Le portail vous le rappellera." },
];
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour} h` }));

/** Who saves, at what hour, how many are kept. */
export function BackupSettingsForm({ action, title, state: { mode, hour, kept, hasFolder, version } }: Props) {
  return (
    <ActionForm action={action} title={title} required="all">
      <VersionField version={version} />
      {hasFolder ? null : <NoFolder />}
      <RadioGroup name="mode" label="Qui sauvegarde le portail ?" options={modes} defaultValue={mode} />
      <SelectField
        name="hour"
        label="Heure de la sauvegarde du portail"
        hint="De préférence la nuit. Elle commence dans l’heure, et le portail reste ouvert."
        options={hours}
        defaultValue={String(hour)}
        placeholder=""
      />
      <NumberField
        name="kept"
        label="Nombre de sauvegardes gardées"
        hint="De 1 à 90. La plus ancienne est effacée quand une nouvelle a réussi. Une personne qui fait effacer ses données reste dans les sauvegardes jusque-là."
        defaultValue={String(kept)}
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

function NoFolder() {
  return (
    <Notice title="Aucun dossier n’est choisi">
      <p>
        Pour que le portail se sauvegarde lui-même, la personne qui l’exploite doit d’abord donner un dossier, sur un
        autre disque (réglage BACKUP_DIR).
      </p>
    </Notice>
  );
}
