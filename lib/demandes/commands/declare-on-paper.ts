import type { Actor } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { setAnswer } from "@/lib/demarches/fields/paths";
import { done, refuse, type Result } from "@/lib/shared/result";
import { findFileField, type FileFieldRefusal } from "../files/file-fields";
import { lockDraft, writeAnswers } from "../draft/lock-draft";
import type { DeclareOnPaper } from "../schema/citizen";

/** F43: a required document will be brought on paper, or no longer. Files already attached stay attached. */
export async function declareOnPaper(
  actor: Actor,
  { demandeId, path, onPaper }: DeclareOnPaper,
): Promise<Result<{ edition: number; title: string }, FileFieldRefusal | "not_editable">> {
  return transact(actor, async ({ tx, unrecorded }) => {
    const draft = await lockDraft(tx, actor, demandeId);
    if (!draft) return refuse("not_editable");
    const field = findFileField(draft, path);
    if (!field.ok) return field;

    unrecorded("what is declared in a form is not an act yet");
    const answers = setAnswer(draft.open.answers, path, onPaper ? { onPaper: true } : undefined);
    return done({ edition: await writeAnswers(tx, draft, answers), title: field.value.label });
  });
}
