import type { Actor } from "@/lib/kernel/actor";
import { Invariant, NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { done, refuse, type Result } from "@/lib/shared/result";
import { announce } from "../moves/announce";
import { lockDemande } from "../moves/lock-demande";
import { canWithdraw, isOwner } from "../policy";
import type { WithdrawDemande } from "../schema/citizen";
import { withdraw } from "../moves/withdraw";

/** F94: its owner cancels a filed demande, until the service holds it complete. Its place in the quota is free again. */
export async function withdrawDemande(
  actor: Actor,
  input: WithdrawDemande,
): Promise<Result<{ number: string }, "already_decided">> {
  return transact(actor, async (work) => {
    const demande = await lockDemande(work.tx, actor, input.demandeId);
    if (!isOwner(actor, demande) || demande.status === "draft") throw new NotFound();
    if (!canWithdraw(actor, demande)) return refuse("already_decided");
    if (demande.number === null) throw new Invariant("a filed demande without number");

    await withdraw(work, actor, demande, input.reason);
    await announce(work.tx, demande, "demande.withdrawn", (about) => about);
    return done({ number: demande.number });
  });
}
