import { eq } from "drizzle-orm";
import { demandeGuests, demandes, demandeTokens } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import type { DemandeId } from "@/lib/shared/ids";
import { done, type Result } from "@/lib/shared/result";
import { lockDemande } from "../lock-demande";
import { canClaim } from "../policy";
import type { OnlyDemande } from "../schema";

/**
 * F95: attaches to the account of the actor what was begun or filed without one, and that this device opens. From then on
 * the account alone opens it: guest keys and links of e-mails no longer do.
 */
export async function claimDemande(
  actor: Actor,
  { demandeId }: OnlyDemande,
): Promise<Result<{ demandeId: DemandeId; number: string | null }, never>> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockDemande(tx, actor, demandeId);
    if (actor.kind !== "citizen" || !canClaim(actor, demande)) throw new NotFound();

    await tx
      .update(demandes)
      .set({ accountId: actor.accountId, updatedAt: clock.now() })
      .where(eq(demandes.id, demandeId));
    await tx.delete(demandeGuests).where(eq(demandeGuests.demandeId, demandeId));
    await tx.delete(demandeTokens).where(eq(demandeTokens.demandeId, demandeId));
    await record("demande.claimed", demandeId);
    return done({ demandeId, number: demande.number });
  });
}
