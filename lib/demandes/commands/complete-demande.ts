import type { Actor } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { Decision } from "../schema/agent";
import { announce } from "../announce";
import { judgeMove, lockToJudge, type Decided, type MoveRefusal } from "../judge-move";
import { moveTo } from "../move-to";

/** Declares that everything needed is there, including what was received on paper at the counter. Returns its number. */
export async function completeDemande(actor: Actor, input: Decision): Promise<Result<Decided, MoveRefusal>> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockToJudge(tx, actor, input);
    const refusal = judgeMove(demande, "complete", input.lockVersion);
    if (refusal) return refuse(refusal);

    await moveTo(tx, actor, demande, "complete", { set: { agentId: demande.judgedBy } });
    await record("demande.completed", demande.id);
    await announce(tx, demande, { kind: "complete" });
    return done({ number: demande.number });
  });
}
