import type { Actor } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { Decision } from "../schema/agent";
import { announce } from "../moves/announce";
import { judgeMove, lockToJudge, type Decided, type MoveRefusal } from "../moves/judge-move";
import { moveTo } from "../moves/move-to";
import { isClosed } from "../status";

/** An agent of the service takes a waiting or corrected demande in charge; a closed one is reopened instead. Returns its number. */
export async function takeCharge(actor: Actor, input: Decision): Promise<Result<Decided, MoveRefusal>> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockToJudge(tx, actor, input);
    const refusal =
      judgeMove(demande, "in_progress", input.lockVersion) ?? (isClosed(demande.status) ? "not_possible" : null);
    if (refusal) return refuse(refusal);

    await moveTo(tx, actor, demande, "in_progress", { set: { agentId: demande.judgedBy } });
    await record("demande.taken", demande.id);
    await announce(tx, demande, "demande.taken", (about) => about);
    return done({ number: demande.number });
  });
}
