import type { Actor } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { CancelDemande } from "../schema/agent";
import { announce } from "../moves/announce";
import { judgeMove, lockToJudge, type Decided, type MoveRefusal } from "../moves/judge-move";
import { moveTo } from "../moves/move-to";

/** Cancels in the name of the administration, with the reason that the citizen reads. Final. Returns its number. */
export async function cancelDemande(actor: Actor, input: CancelDemande): Promise<Result<Decided, MoveRefusal>> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockToJudge(tx, actor, input);
    const refusal = judgeMove(demande, "cancelled", input.lockVersion);
    if (refusal) return refuse(refusal);

    await moveTo(tx, actor, demande, "cancelled", { reason: input.reason, set: { agentId: demande.judgedBy } });
    await record("demande.cancelled", demande.id);
    await announce(tx, demande, "demande.cancelled", (about) => ({ ...about, reason: input.reason }));
    return done({ number: demande.number });
  });
}
