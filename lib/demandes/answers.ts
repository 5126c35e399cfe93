import { checkDemande } from "@/lib/demarches/answers";
import { getAnswer } from "@/lib/demarches/fields/paths";
import type { FieldErrors } from "@/lib/shared/form-state";
import { judgedOf } from "./draft/as-filed";
import type { DraftView } from "./types/demande";

/** Everything that stands between this form and its submission, as `submitDemande` would say it. */
export function problemsOf(draft: DraftView): FieldErrors {
  const { definition, answers, attachments, context } = draft;
  return checkDemande(definition, answers, attachments, context, judgedOf(draft, answers));
}

/** Whether what stands at a path, its files too, differs from what was filed; false for a first filing. */
export function isChanged(
  { answers, attachments, filed }: Pick<DraftView, "answers" | "attachments" | "filed">,
  path: string,
): boolean {
  if (filed === null) return false;
  const files = attachments.filter(({ fieldPath }) => fieldPath === path);
  const before = filed.files.filter(({ fieldPath }) => fieldPath === path);
  const [now, then] = [answers, filed.answers].map((from) => JSON.stringify(getAnswer(from, path)));
  return now !== then || files.length !== before.length || files.some(({ isFrozen }) => !isFrozen);
}
