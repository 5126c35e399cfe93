import { DateField } from "@/components/ui/fields/date-field";
import { RadioGroup } from "@/components/ui/fields/radio-group";
import { SelectField } from "@/components/ui/fields/select-field";
import { TextField } from "@/components/ui/fields/text-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { exampleDay } from "@/lib/shared/example-day";
import { documentTypeLabels, documentTypes } from "@/lib/vocabulary/documents";
import { validities, validityLabels } from "@/lib/wallet/schema";
import type { WalletDocumentView } from "@/lib/wallet/types";

type Props = {
  action: FormAction;
  title: string;
  document?: WalletDocumentView;
  relations: readonly { id: string; name: string }[];
  submitLabel: string;
  /** Civil day: its example is to come. */
  today: string;
};

const types = documentTypes.map((value) => ({ value, label: documentTypeLabels[value] }));
const validityOptions = validities.map((value) => ({ value, label: validityLabels[value] }));

/** What a piece is, whose it is, until when it is valid. Its files come on its own page. */
export function WalletDocumentForm({ action, title, document, relations, submitLabel, today }: Props) {
  return (
    <ActionForm required="marked" action={action} title={title}>
      {document ? <HiddenFields values={{ documentId: document.id }} /> : null}
      <SelectField name="type" label="Type de document" options={types} defaultValue={document?.type} />
      <TextField
        name="title"
        label="Titre"
        hint="Pour le reconnaître, par exemple : Facture d’électricité de mars"
        optional
        defaultValue={document?.title}
      />
      {relations.length > 0 ? (
        <SelectField
          name="relationId"
          label="À qui est ce document ?"
          placeholder="À moi"
          options={relations.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={document?.relationId ?? undefined}
        />
      ) : null}
      <RadioGroup
        name="validity"
        label="Jusqu’à quand est-il valable ?"
        options={validityOptions}
        defaultValue={document?.validUntil ? "date" : "unlimited"}
      />
      <DateField
        name="validUntil"
        label="Date de fin de validité"
        hint={`Si vous avez choisi « Jusqu’à une date ». Par exemple : ${exampleDay(today, "future")}`}
        optional
        defaultValue={document?.validUntil ?? undefined}
      />
      <FormButtons
        cancelHref={document ? `/espace/porte-documents/${document.id}` : "/espace/porte-documents"}
        label={submitLabel}
      />
    </ActionForm>
  );
}
