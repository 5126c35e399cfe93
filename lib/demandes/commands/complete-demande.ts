import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { transact } from "@/lib/kernel/transact";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { Decision } from "../schema/agent";
import { announce } from "../moves/announce";
import { countingOf } from "../moves/counting";
import { dueInstant } from "../rules/delays";
import { judgeMove, lockToJudge, type Decided, type JudgedDemande, type MoveRefusal } from "../moves/judge-move";
import { moveTo } from "../moves/move-to";

/** Declares that everything needed is there, including what was received on paper at the counter. Returns its number. */
export async function completeDemande(actor: Actor, input: Decision): Promise<Result<Decided, MoveRefusal>> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockToJudge(tx, actor, input);
    const refusal = judgeMove(demande, "complete", input.lockVersion);
    if (refusal) return refuse(refusal);

    await moveTo(tx, actor, demande, "complete", {
      set: { agentId: demande.judgedBy, ...(await dueOnceComplete(tx, demande)) },
    });
    await record("demande.completed", demande.id);
    await announce(tx, demande, "demande.complete", (about) => about);
    return done({ number: demande.number });
  });
}

/** What was missing came on paper: the delay begins, or goes on, as if it had been sent. */
async function dueOnceComplete(tx: Tx, { id, status, versionId, submittedAt }: JudgedDemande) {
  if (status !== "incomplete" || !submittedAt) return {};
  const { definition } = await getVersion(versionId, tx);
  return { dueAt: dueInstant(definition, await countingOf(tx, id, submittedAt, clock.now())) };
}
