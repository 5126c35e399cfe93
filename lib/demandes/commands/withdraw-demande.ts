import { and, eq, isNotNull, sql } from "drizzle-orm";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { Invariant, NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import type { DemarcheId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { announce } from "../announce";
import { lockDemande } from "../lock-demande";
import { moveTo } from "../move-to";
import { canWithdraw, isOwner } from "../policy";
import type { WithdrawDemande } from "../schema";

/** F94: its owner cancels a filed demande, until the service holds it complete. Its place in the quota is free again. */
export async function withdrawDemande(
  actor: Actor,
  input: WithdrawDemande,
): Promise<Result<{ number: string }, "already_decided">> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockDemande(tx, actor, input.demandeId);
    if (!isOwner(actor, demande) || demande.status === "draft") throw new NotFound();
    if (!canWithdraw(actor, demande)) return refuse("already_decided");
    if (demande.number === null) throw new Invariant("a filed demande without number");

    await moveTo(tx, actor, demande, "cancelled", { reason: input.reason });
    await freePlace(tx, demande.demarcheId);
    await record("demande.withdrawn", demande.id);
    await announce(tx, demande, { kind: "withdrawn" });
    return done({ number: demande.number });
  });
}

async function freePlace(tx: Tx, demarcheId: DemarcheId): Promise<void> {
  await tx
    .update(demarches)
    .set({ quotaUsed: sql`greatest(0, ${demarches.quotaUsed} - 1)` })
    .where(and(eq(demarches.id, demarcheId), isNotNull(demarches.quota)));
}
