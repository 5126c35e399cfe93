import { eq } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { notify } from "@/lib/notifications/steps/notify";
import { done, type Result } from "@/lib/shared/result";
import { aboutDemande } from "../moves/announce";
import { lockDemande } from "../moves/lock-demande";
import { dropOpenRevision } from "../revision/open-revision";
import { canRelease } from "../policy";
import type { OnlyDemande } from "../schema/citizen";

/**
 * « La retirer de ce compte »: whoever filed a demande without account, and opened it by the link of a letter, takes it back
 * from the account that it joined. It is again as it was filed; a change begun by the account is dropped, and the account is told.
 */
export async function releaseDemande(
  actor: Actor,
  { demandeId }: OnlyDemande,
): Promise<Result<{ number: string }, never>> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockDemande(tx, actor, demandeId);
    const { accountId, number } = demande;
    if (!canRelease(actor, demande) || accountId === null || number === null) throw new NotFound();

    await dropOpenRevision(tx, demande);
    const now = clock.now();
    await tx
      .update(demandes)
      .set({ accountId: null, relationId: null, claimedAt: null, updatedAt: now, lockVersion: demande.lockVersion + 1 })
      .where(eq(demandes.id, demandeId));
    const path = "/espace/demandes";
    const key = `demande:${demandeId}:released:${now.getTime()}`;
    await notify(tx, { accountId }, { kind: "demande.released", facts: aboutDemande(demande, path), key, path });
    await record("demande.released", demandeId);
    return done({ number });
  });
}
