import { SelectField } from "@/components/ui/fields/select-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  title: string;
  pieces: readonly { id: string; label: string }[];
};

/** F135: a drop-down list of the porte-documents. The service receives a copy, and sees nothing else of it. */
export function WalletForm({ action, hidden, title, pieces }: Props) {
  return (
    <ActionForm action={action} label={`Depuis le porte-documents : ${title}`} scope={hidden.path} className="mt-4">
      <HiddenFields values={hidden} />
      <SelectField
        name="documentId"
        label={
          <>
            Ou choisir dans votre porte-documents<span className="sr-only"> : {title}</span>
          </>
        }
        placeholder="Choisissez une pièce"
        options={pieces.map(({ id, label }) => ({ value: id, label }))}
      />
      <SubmitButton variant="secondary" context={`: ${title}`}>
        Joindre cette pièce
      </SubmitButton>
    </ActionForm>
  );
}
