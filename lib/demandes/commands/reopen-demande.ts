import type { Actor } from "@/lib/kernel/actor";
import { transact } from "@/lib/kernel/transact";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { ReopenDemande } from "../schema/agent";
import { announce } from "../moves/announce";
import { receivingService } from "../filing/destination";
import { judgeMove, lockToJudge, type Decided, type MoveRefusal } from "../moves/judge-move";
import { moveTo } from "../moves/move-to";
import { isClosed } from "../status";

/** Takes up again a demande that was validated or rejected, with the reason that the citizen reads. Returns its number. */
export async function reopenDemande(actor: Actor, input: ReopenDemande): Promise<Result<Decided, MoveRefusal>> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockToJudge(tx, actor, input);
    const refusal =
      judgeMove(demande, "in_progress", input.lockVersion) ?? (isClosed(demande.status) ? null : "not_possible");
    if (refusal) return refuse(refusal);

    const serviceId = await receivingService(tx, demande.serviceId);
    const set = { agentId: demande.judgedBy, serviceId };
    await moveTo(tx, actor, demande, "in_progress", { reason: input.reason, set });
    await record("demande.reopened", demande.id);
    await announce(tx, demande, "demande.reopened", (about) => ({ ...about, reason: input.reason }));
    return done({ number: demande.number });
  });
}
