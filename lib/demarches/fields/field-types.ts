import type { z } from "zod";
import { editorAsks, type EditorAsks } from "./editor-asks";
import type { SimpleField } from "../form";
import { fieldSchemas, type SimpleType } from "../shape/fields";
import { choiceKind, choicesKind, consentKind, fileKind, informationKind, yesNoKind } from "../values/choices";
import { addressKind, communeKind, personKind } from "../values/composites";
import { emailKind, ibanKind, phoneKind } from "../values/contacts";
import { dateKind } from "../values/dates";
import { numberKind } from "../values/numbers";
import { legalPersonKind } from "../values/organisations";
import type { Kind } from "../values/reading";
import { longTextKind, textKind } from "../values/texts";
import { withWaiver } from "../values/waivers";

/**
 * All that the portal knows of each type of field: its schema, how it is read, written and shown, what rules may take it for, what
 * the editor of démarches asks. Nothing else asks a field its type (the linter sees to it), save the table of views
 * (`components/demandes/form/field-view.tsx`) and what a browser needs of conditions (`visibility.ts`). A type that is not
 * whole in the three does not compile.
 */
const fieldTypes: FieldTypes = {
  text: { schema: fieldSchemas.text, ...textKind, editor: editorAsks.text },
  long_text: { schema: fieldSchemas.long_text, ...longTextKind, editor: editorAsks.long_text },
  email: { schema: fieldSchemas.email, ...emailKind, editor: editorAsks.email },
  phone: { schema: fieldSchemas.phone, ...phoneKind, editor: editorAsks.phone },
  number: { schema: fieldSchemas.number, ...numberKind, editor: editorAsks.number },
  date: { schema: fieldSchemas.date, ...dateKind, editor: editorAsks.date },
  choice: { schema: fieldSchemas.choice, ...choiceKind, editor: editorAsks.choice },
  choices: { schema: fieldSchemas.choices, ...choicesKind, editor: editorAsks.choices },
  yes_no: { schema: fieldSchemas.yes_no, ...yesNoKind, editor: editorAsks.yes_no },
  address: { schema: fieldSchemas.address, ...addressKind, editor: editorAsks.address },
  commune: { schema: fieldSchemas.commune, ...communeKind, editor: editorAsks.commune },
  person: { schema: fieldSchemas.person, ...personKind, editor: editorAsks.person },
  legal_person: { schema: fieldSchemas.legal_person, ...legalPersonKind, editor: editorAsks.legal_person },
  iban: { schema: fieldSchemas.iban, ...ibanKind, editor: editorAsks.iban },
  file: { schema: fieldSchemas.file, ...fileKind, editor: editorAsks.file },
  information: { schema: fieldSchemas.information, ...informationKind, editor: editorAsks.information },
  consent: { schema: fieldSchemas.consent, ...consentKind, editor: editorAsks.consent },
};

type FieldOfType<T extends SimpleType> = Extract<SimpleField, { type: T }>;
type FieldTypes = {
  [T in SimpleType]: Kind<FieldOfType<T>> & { schema: z.ZodType<FieldOfType<T>>; editor: EditorAsks<T> };
};

/** What is known of a field, by its type; with the box that answers in its place, where it has one. */
export function kindOf<F extends SimpleField>(field: F): Kind<F> {
  // The table pairs each type with its kind, which TypeScript cannot follow through the index.
  const kind = fieldTypes[field.type] as unknown as Kind<F>;
  return field.waiver ? withWaiver(kind) : kind;
}
