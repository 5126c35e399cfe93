import { kindOf } from "../fields/field-types";
import {
  beneficiarySectionKey,
  type DemarcheDefinition,
  type FormContext,
  type Section,
  type SimpleField,
} from "../form";
import { isForChild } from "../sections";

/**
 * The sections of a form with an example beside each date. They are drawn on the server, from the civil day that the bounds of the
 * form are counted from: a browser is given the words, so that both write the same.
 */
export function withExamples(
  { beneficiary }: Pick<DemarcheDefinition, "beneficiary">,
  sections: readonly Section[],
  { today }: Pick<FormContext, "today">,
): Section[] {
  return sections.map((section) => {
    const isAboutChild = section.key === beneficiarySectionKey && beneficiary !== undefined && isForChild(beneficiary);
    const shown = <F extends SimpleField>(field: F): F => ({
      ...field,
      ...kindOf(field).onPage(field, { today, isForChild: isAboutChild }),
    });
    const fields = section.fields.map((field) =>
      "fields" in field ? { ...field, fields: field.fields.map(shown) } : shown(field),
    );
    return { ...section, fields };
  });
}
