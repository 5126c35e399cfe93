import type { Actor } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { lockDemande } from "@/lib/demandes/moves/lock-demande";
import { canReadMessages, isInstructor, isOwner } from "@/lib/demandes/policy";
import { done, type Result } from "@/lib/shared/result";
import { markRead } from "../steps/mark-read";
import type { ReadMessages } from "../schema";

/**
 * « Lu » (F108): marks read what the other side wrote; returns how many were not. An administrator of another service reads
 * without marking, since the message still waits for its service.
 */
export async function readMessages(
  actor: Actor,
  { demandeId }: ReadMessages,
): Promise<Result<{ count: number }, never>> {
  return transact(actor, async ({ tx, record }) => {
    const demande = await lockDemande(tx, actor, demandeId);
    const { definition } = await getVersion(demande.versionId, tx);
    if (!canReadMessages(actor, { ...demande, hasExchanges: definition.hasExchanges })) throw new NotFound();
    const isMarking = isOwner(actor, demande) || isInstructor(actor, demande);
    const other = isOwner(actor, demande) ? "agent" : "citizen";
    const count = isMarking ? await markRead(tx, demandeId, other) : 0;
    await record("message.read", demandeId, { count });
    return done({ count });
  });
}
