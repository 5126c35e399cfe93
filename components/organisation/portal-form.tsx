import { ButtonRow } from "@/components/ui/button-row";
import { EmailField } from "@/components/ui/fields/email-field";
import { Fieldset } from "@/components/ui/fields/fieldset";
import { TextArea } from "@/components/ui/fields/text-area";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { VersionField } from "@/components/ui/form/version-field";
import { LinkButton } from "@/components/ui/link-button";
import type { PortalSetting } from "@/lib/organisation/types";

type Props = { action: FormAction; title: string; hasError: boolean; setting: PortalSetting; version: string };

/** Everything that the pages say of the town but its logo. */
export function PortalForm({ action, title, hasError, setting, version }: Props) {
  const { town, colours, contact, legal } = setting;
  return (
    <ActionForm required="all" action={action} title={title} hasError={hasError}>
      <VersionField version={version} />
      <Fieldset legend="Noms">
        <TextField name="town" label="Ville" hint="Tel qu’on le dit, sans « ville de »." defaultValue={town} />
        <TextField
          name="title"
          label="Nom du portail"
          hint="Sous le nom de la ville, et dans le titre de chaque page."
          defaultValue={setting.title}
        />
      </Fieldset>
      <Fieldset
        legend="Couleurs"
        hint="Le portail en tire sa palette, claire et sombre, et assombrit un peu la couleur des textes pour que tous les lisent. Une couleur trop claire est refusée."
      >
        <Colour name="primary" label="Principale" hint="Boutons, liens, page courante." value={colours.primary} />
        <Colour name="accent" label="D’accent" hint="Filets et pictogrammes, jamais du texte." value={colours.accent} />
      </Fieldset>
      <Fieldset legend="Accueil" hint="En bas de chaque page et à la page « Contact ».">
        <TextField name="contact.service" label="Nom de l’accueil" defaultValue={contact.service} />
        <EmailField name="contact.email" label="Courriel" defaultValue={contact.email} autoComplete="off" />
        <TextField name="contact.phone" label="Téléphone" width={20} defaultValue={contact.phone} />
        <TextArea
          name="contact.address"
          label="Adresse postale"
          hint="Une ligne pour chaque ligne de l’enveloppe."
          rows={3}
          defaultValue={contact.address.join("\n")}
        />
        <TextField name="contact.hours" label="Horaires" defaultValue={contact.hours} />
      </Fieldset>
      <Fieldset legend="Mentions légales">
        <TextField name="legal.publisher" label="Éditeur" defaultValue={legal.publisher} />
        <TextField name="legal.director" label="Direction de la publication" defaultValue={legal.director} />
        <TextField name="legal.host" label="Hébergeur" defaultValue={legal.host} />
        <EmailField
          name="legal.dpoEmail"
          label="Courriel du délégué à la protection des données"
          defaultValue={legal.dpoEmail}
          autoComplete="off"
        />
      </Fieldset>
      <ButtonRow>
        <SubmitButton>Enregistrer</SubmitButton>
        <LinkButton href="/admin/reglages" variant="plain">
          Annuler
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}

function Colour({
  name,
  label,
  hint,
  value,
}: {
  name: "primary" | "accent";
  label: string;
  hint: string;
  value: string;
}) {
  return (
    <TextField
      name={`colours.${name}`}
      label={label}
      hint={`${hint} Un dièse et six chiffres ou lettres de a à f.`}
      width={10}
      defaultValue={value}
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
