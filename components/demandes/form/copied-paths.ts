import { beneficiarySectionKey } from "@/lib/demarches/form";
import type { FieldErrors, FormValues } from "@/lib/shared/form-state";

const whoPath = `${beneficiarySectionKey}.who`;
const ownChoices = new Set(["", "self", "new"]);

/**
 * The paths without the parts of a beneficiary who is a relation: the server copies them from the relation. They are shown
 * when one of them is refused, to be completed for this demande, as long as the choice that was refused (`given`) stands.
 */
export function withoutCopied(
  paths: ReadonlySet<string>,
  controls: FormValues,
  errors: FieldErrors,
  given: FormValues,
): ReadonlySet<string> {
  const isRefused = controls[whoPath] === given[whoPath] && Object.keys(errors).some(isPart);
  return isRelation(controls) && !isRefused ? new Set([...paths].filter((path) => !isPart(path))) : paths;
}

/** Whether the beneficiary is a relation of the account. */
export function isRelation({ [whoPath]: who = "" }: FormValues): boolean {
  return typeof who === "string" && !ownChoices.has(who);
}

export function isPart(path: string): boolean {
  return path.startsWith(`${beneficiarySectionKey}.`) && path !== whoPath;
}
