import type { Actor } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/transact";
import type { LockedDemande } from "./lock-demande";
import { moveTo } from "./move-to";

/** Cancels a locked demande for its owner, who may. Tells nobody. */
export async function withdraw(
  { tx, record }: Work,
  actor: Actor,
  demande: LockedDemande,
  reason?: string,
): Promise<void> {
  await moveTo(tx, actor, demande, "cancelled", { reason });
  await record("demande.withdrawn", demande.id);
}
