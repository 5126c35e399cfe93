import type { SimpleField } from "../form";
import { choiceKind, choicesKind, consentKind, fileKind, informationKind, yesNoKind } from "./choices";
import { addressKind, communeKind, legalPersonKind, personKind } from "./composites";
import { emailKind, ibanKind, phoneKind } from "./contacts";
import { dateKind } from "./dates";
import { numberKind } from "./numbers";
import type { Kind } from "./reading";
import { longTextKind, textKind } from "./texts";
import { withWaiver } from "./waivers";

type Kinds = { [T in SimpleField["type"]]: Kind<Extract<SimpleField, { type: T }>> };

/** A new type of field breaks the build until it is here. */
const kinds: Kinds = {
  text: textKind,
  long_text: longTextKind,
  email: emailKind,
  phone: phoneKind,
  number: numberKind,
  date: dateKind,
  choice: choiceKind,
  choices: choicesKind,
  yes_no: yesNoKind,
  address: addressKind,
  commune: communeKind,
  person: personKind,
  legal_person: legalPersonKind,
  iban: ibanKind,
  file: fileKind,
  information: informationKind,
  consent: consentKind,
};

export function kindOf<F extends SimpleField>(field: F): Kind<F> {
  // The table pairs each type with its kind, which TypeScript cannot follow through the index.
  const kind = kinds[field.type] as unknown as Kind<F>;
  return field.waiver ? withWaiver(kind) : kind;
}
