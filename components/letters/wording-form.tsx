import { ButtonRow } from "@/components/ui/button-row";
import { TextArea } from "@/components/ui/fields/text-area";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { VersionField } from "@/components/ui/form/version-field";
import type { WordingView } from "@/lib/letters/types";

type Props = { action: FormAction; wording: WordingView };

/** X24: the town's own words. What is left empty says what the portal says. */
export function WordingForm({ action, wording }: Props) {
  const { label, words, original, variables } = wording;
  const named = variables.map((variable) => `{{${variable.name}}} (${variable.label})`).join(", ");
  return (
    <ActionForm action={action} title={label} required="marked">
      <Keys wording={wording} />
      <VersionField version={wording.version} />
      <p className="mb-5">
        {variables.length > 0
          ? `Chaque texte peut reprendre, entre deux accolades : ${named}.`
          : "Ce courriel n’a aucune information à reprendre dans vos textes."}
      </p>
      <TextField
        name="title"
        label="Titre"
        optional
        hint={`Sans texte : « ${original.title} »`}
        defaultValue={words.title}
      />
      <TextArea
        name="opening"
        label="Premiers paragraphes"
        optional
        hint={`Séparez deux paragraphes par une ligne vide. Sans texte : « ${original.opening} »`}
        defaultValue={words.opening}
        maxLength={2000}
      />
      <TextArea
        name="ending"
        label="Derniers paragraphes"
        optional
        hint="Après ce que la loi ou la sécurité font dire, qui reste."
        defaultValue={words.ending}
        maxLength={2000}
      />
      <TextArea
        name="signature"
        label="Signature"
        optional
        hint="Par exemple le nom du service."
        defaultValue={words.signature}
        rows={2}
        maxLength={300}
      />
      <ButtonRow>
        <SubmitButton>Enregistrer</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}

export function RestoreForm({ action, wording }: Props) {
  return (
    <ActionForm action={action} label="Texte d’origine">
      <Keys wording={wording} />
      <VersionField version={wording.version} />
      <ButtonRow>
        <SubmitButton variant="secondary">Rétablir le texte d’origine</SubmitButton>
      </ButtonRow>
    </ActionForm>
  );
}

function Keys({ wording: { kind, demarche } }: Pick<Props, "wording">) {
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="demarche" value={demarche?.slug ?? ""} />
    </>
  );
}
