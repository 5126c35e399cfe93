import { beneficiarySectionKey } from "@/lib/demarches/form";
import type { FieldErrors, FormValues } from "@/lib/shared/form-state";

const whoPath = `${beneficiarySectionKey}.who`;
const ownChoices = new Set(["", "self", "new"]);

/**
 * The paths without the parts of a beneficiary who is a relation: the server copies them from the relation. They are shown
 * when one of them is refused, to be completed for this demande.
 */
export function withoutCopied(
  paths: ReadonlySet<string>,
  controls: FormValues,
  errors: FieldErrors,
): ReadonlySet<string> {
  const who = controls[whoPath] ?? "";
  const isRelation = typeof who === "string" && !ownChoices.has(who);
  const isRefused = Object.keys(errors).some((name) => isPart(name));
  return isRelation && !isRefused ? new Set([...paths].filter((path) => !isPart(path))) : paths;
}

function isPart(path: string): boolean {
  return path.startsWith(`${beneficiarySectionKey}.`) && path !== whoPath;
}
