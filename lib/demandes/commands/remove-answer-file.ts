import { and, eq } from "drizzle-orm";
import { attachments } from "@/db/schema/demandes";
import { forgetBlobs } from "@/lib/files/storing/vault";
import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { done, type Result } from "@/lib/shared/result";
import type { RemoveAnswerFile } from "../schema/agent";
import { answerPath } from "../rules/answer-path";
import { lockToJudge, type Decided } from "../moves/judge-move";

/** Takes a file back from an answer that was not given yet. Throws NotFound for a file already given. Returns the demande's number and the file's name. */
export async function removeAnswerFile(
  actor: Actor,
  input: RemoveAnswerFile,
): Promise<Result<Decided & { name: string }, never>> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockToJudge(tx, actor, input);
    const [removed] = await tx
      .delete(attachments)
      .where(
        and(
          eq(attachments.id, input.attachmentId),
          eq(attachments.demandeId, demande.id),
          eq(attachments.fieldPath, answerPath),
          eq(attachments.isFrozen, false),
        ),
      )
      .returning({ storageKey: attachments.storageKey, name: attachments.name });
    if (!removed) throw new NotFound();
    await forgetBlobs(tx, [removed.storageKey]);
    await record("attachment.removed", input.attachmentId);
    return done({ number: demande.number, name: removed.name });
  });
}
