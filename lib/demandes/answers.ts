import { checkDemande } from "@/lib/demarches/answers";
import type { FieldErrors } from "@/lib/shared/form-state";
import { judgedOf } from "./as-filed";
import type { DraftView } from "./types";

/** Everything that stands between this form and its submission, as `submitDemande` would say it. */
export function problemsOf(draft: DraftView): FieldErrors {
  const { definition, answers, attachments, context } = draft;
  return checkDemande(definition, answers, attachments, context, judgedOf(draft, answers));
}
