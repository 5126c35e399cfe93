import { and, eq, isNull } from "drizzle-orm";
import { attachments } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { transact } from "@/lib/kernel/transact";
import type { DemandeId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { ValidateDemande } from "../schema/agent";
import { announce } from "../moves/announce";
import { answerPath } from "../rules/answer-path";
import { judgeMove, lockToJudge, type Decided, type MoveRefusal } from "../moves/judge-move";
import { moveTo } from "../moves/move-to";

/**
 * Gives the citizen a favourable decision, with a text and the files already added to the answer: from then on they are
 * frozen and theirs to download. « file_not_checked »: the antivirus has not cleared one of them yet. Returns its number.
 */
export async function validateDemande(
  actor: Actor,
  input: ValidateDemande,
): Promise<Result<Decided, MoveRefusal | "file_not_checked">> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockToJudge(tx, actor, input);
    const refusal = judgeMove(demande, "validated", input.lockVersion);
    if (refusal) return refuse(refusal);

    const scans = await freezeAnswer(tx, demande.id);
    if (scans.some((scan) => scan !== "clean")) return refuse("file_not_checked");
    await moveTo(tx, actor, demande, "validated", { reason: input.answer, set: { agentId: demande.judgedBy } });
    await record("demande.validated", demande.id, { files: scans.length });
    const answer = { reason: input.answer, files: scans.length };
    await announce(tx, demande, "demande.validated", (about) => ({ ...about, ...answer }));
    return done({ number: demande.number });
  });
}

/** Freezes the files of the answer; returns what the antivirus said of each. */
async function freezeAnswer(tx: Tx, demandeId: DemandeId): Promise<string[]> {
  const frozen = await tx
    .update(attachments)
    .set({ isFrozen: true })
    .where(
      and(
        eq(attachments.demandeId, demandeId),
        eq(attachments.fieldPath, answerPath),
        eq(attachments.isFrozen, false),
        isNull(attachments.removedIn),
      ),
    )
    .returning({ scan: attachments.scan });
  return frozen.map(({ scan }) => scan);
}
