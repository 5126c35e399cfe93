import type { AddressFieldDef, Answers, DemarcheDefinition, Field } from "../form";
import { getAnswer } from "../fields/paths";
import { isRecord } from "../values/reading";
import { effectiveAnswers } from "../visibility";

/** Where the author of a demande lives from a day on, as they answered: what their account may take. */
export type NewAddress = {
  /** Path of the field. */
  path: string;
  address: Readonly<Record<string, unknown>>;
  /** « 2026-12-01 ». */
  from: string;
};

/** The new address that a form gives, whole and dated; null where it asks for none or none was understood. */
export function newAddressOf({ sections }: Pick<DemarcheDefinition, "sections">, answers: Answers): NewAddress | null {
  const found = sections
    .flatMap(({ key, fields }) => fields.map((field) => ({ path: `${key}.${field.key}`, field })))
    .find((each): each is { path: string; field: NewAddressField } => isNewAddress(each.field));
  if (!found) return null;
  const given = effectiveAnswers(sections, answers);
  const [address, from] = [getAnswer(given, found.path), getAnswer(given, found.field.mayUpdateAccount.from)];
  const isWhole = isRecord(address) && typeof address.line === "string" && typeof from === "string";
  return isWhole ? { path: found.path, address, from } : null;
}

type NewAddressField = AddressFieldDef & Required<Pick<AddressFieldDef, "mayUpdateAccount">>;

/** Whether a field asks where its author lives from a day on. */
export function isNewAddress(field: Field): field is NewAddressField {
  return "mayUpdateAccount" in field && field.mayUpdateAccount !== undefined;
}
