import { beneficiarySectionKey, type Section } from "@/lib/demarches/form";
import type { FormValues } from "@/lib/shared/form-state";
import { isPart, isRelation } from "./copied-paths";

/**
 * What the controls hold, without what the demande copied of a relation, where the page asks again who it is for: the copy stays
 * (lib/demandes/draft/beneficiary.ts), and « Pour un autre enfant » finds empty controls.
 */
export function withoutCopiedValues(sections: readonly Section[], values: FormValues): FormValues {
  const asksWho = sections.some(
    ({ key, fields }) => key === beneficiarySectionKey && fields.some((field) => field.key === "who"),
  );
  if (!asksWho || !isRelation(values)) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isPart(name)));
}
