import { and, eq } from "drizzle-orm";
import { attachments } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { forgetBlobs } from "@/lib/files/storing/vault";
import { done, refuse, type Result } from "@/lib/shared/result";
import { inRevision } from "../files/attached-files";
import { findFileField, type FileFieldRefusal } from "../files/file-fields";
import { lockDraft, touch } from "../draft/lock-draft";
import type { RemoveAttachment } from "../schema/citizen";

/** Its name, and the document that it was of. */
export type RemovedFile = { name: string; path: string; title: string };

/**
 * Takes a file out of the open form. What was already filed stays, bytes included, for the revision that carried it (T7);
 * what was only added to this form is erased.
 */
export async function removeAttachment(
  actor: Actor,
  input: RemoveAttachment,
): Promise<Result<RemovedFile, FileFieldRefusal | "not_editable">> {
  return transact(actor, async ({ tx, record }) => {
    const draft = await lockDraft(tx, actor, input.demandeId);
    if (!draft) return refuse("not_editable");
    const [file] = await tx
      .select({
        id: attachments.id,
        name: attachments.name,
        fieldPath: attachments.fieldPath,
        storageKey: attachments.storageKey,
        isFrozen: attachments.isFrozen,
      })
      .from(attachments)
      .where(and(eq(attachments.id, input.attachmentId), inRevision(input.demandeId, draft.open.number)))
      .limit(1);
    if (!file) throw new NotFound();
    const field = findFileField(draft, file.fieldPath);
    if (!field.ok) return field;

    if (file.isFrozen)
      await tx.update(attachments).set({ removedIn: draft.open.number }).where(eq(attachments.id, file.id));
    else {
      await tx.delete(attachments).where(eq(attachments.id, file.id));
      await forgetBlobs(tx, [file.storageKey]);
    }
    await touch(tx, input.demandeId);
    await record("attachment.removed", file.id);
    return done({ name: file.name, path: file.fieldPath, title: field.value.label });
  });
}
