import { and, eq } from "drizzle-orm";
import { demandeGuests, demandes, demandeTokens } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";

/** The demande, locked and proved to be theirs, is in this account from now on (F95). */
export async function joinAccount(
  tx: Tx,
  { id, status }: { id: DemandeId; status: DemandeStatus },
  accountId: AccountId,
): Promise<void> {
  const isFiled = status !== "draft";
  const now = clock.now();
  await tx
    .update(demandes)
    .set({ accountId, claimedAt: isFiled ? now : null, updatedAt: now })
    .where(eq(demandes.id, id));
  await closeOthers(tx, id, isFiled);
}

/** A filed demande stays open to who opened it by the link of a letter; the browser where it was begun leaves it, and so does all of a draft. */
async function closeOthers(tx: Tx, demandeId: DemandeId, isFiled: boolean): Promise<void> {
  const ofDemande = eq(demandeGuests.demandeId, demandeId);
  await tx.delete(demandeGuests).where(isFiled ? and(ofDemande, eq(demandeGuests.byLink, false)) : ofDemande);
  if (!isFiled) await tx.delete(demandeTokens).where(eq(demandeTokens.demandeId, demandeId));
}
