import { and, eq, isNotNull, sql } from "drizzle-orm";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import type { Work } from "@/lib/kernel/transact";
import type { DemarcheId } from "@/lib/shared/ids";
import type { LockedDemande } from "./lock-demande";
import { moveTo } from "./move-to";

/** Cancels a locked demande for its owner, who may: its place in the quota is free again. Tells nobody. */
export async function withdraw(
  { tx, record }: Work,
  actor: Actor,
  demande: LockedDemande,
  reason?: string,
): Promise<void> {
  await moveTo(tx, actor, demande, "cancelled", { reason });
  await freePlace(tx, demande.demarcheId);
  await record("demande.withdrawn", demande.id);
}

async function freePlace(tx: Tx, demarcheId: DemarcheId): Promise<void> {
  await tx
    .update(demarches)
    .set({ quotaUsed: sql`greatest(0, ${demarches.quotaUsed} - 1)` })
    .where(and(eq(demarches.id, demarcheId), isNotNull(demarches.quota)));
}
