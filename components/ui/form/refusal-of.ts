import { enumerate } from "@/lib/shared/text";
import type { FileOutcome } from "@/lib/shared/file-outcome";
import type { FieldErrors } from "@/lib/shared/form-state";

/** The refused files of the last sending as one error of their field, for the summary at the top of the page. */
export function refusalOf(field: string, outcomes: readonly FileOutcome[]): FieldErrors {
  const refused = outcomes.flatMap(({ name, refusal, isEarlier }) =>
    refusal === null || isEarlier ? [] : [{ name, refusal }],
  );
  const [first] = refused;
  if (!first) return {};
  if (refused.length === 1)
    return { [field]: first.name ? `«\u00A0${first.name}\u00A0» n’est pas joint. ${first.refusal}` : first.refusal };
  const names = refused.map(({ name, refusal }) => (name ? `«\u00A0${name}\u00A0»` : refusal));
  return { [field]: `Ces fichiers ne sont pas joints\u00A0: ${enumerate(names)}` };
}
