import { and, eq, isNull } from "drizzle-orm";
import { messages } from "@/db/schema/messages";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { getVersion } from "@/lib/demarches/queries/get-version";
import { lockDemande } from "@/lib/demandes/lock-demande";
import { canReadMessages, isInstructor, isOwner } from "@/lib/demandes/policy";
import { done, type Result } from "@/lib/shared/result";
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
    const read = isMarking
      ? await tx
          .update(messages)
          .set({ readAt: clock.now() })
          .where(and(eq(messages.demandeId, demandeId), eq(messages.author, other), isNull(messages.readAt)))
          .returning({ id: messages.id })
      : [];
    await record("message.read", demandeId, { count: read.length });
    return done({ count: read.length });
  });
}
