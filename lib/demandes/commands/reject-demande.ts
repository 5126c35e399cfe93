import type { Actor } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { RejectDemande } from "../schema/agent";
import { announce } from "../moves/announce";
import { judgeMove, lockToJudge, type Decided, type MoveRefusal } from "../moves/judge-move";
import { moveTo } from "../moves/move-to";

/** Rejects, with the reason that the citizen reads. Returns its number. */
export async function rejectDemande(actor: Actor, input: RejectDemande): Promise<Result<Decided, MoveRefusal>> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockToJudge(tx, actor, input);
    const refusal = judgeMove(demande, "rejected", input.lockVersion);
    if (refusal) return refuse(refusal);

    await moveTo(tx, actor, demande, "rejected", { reason: input.reason, set: { agentId: demande.judgedBy } });
    await record("demande.rejected", demande.id);
    await announce(tx, demande, "demande.rejected", (about) => ({ ...about, reason: input.reason }));
    return done({ number: demande.number });
  });
}
