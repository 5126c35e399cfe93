import { and, eq, isNull } from "drizzle-orm";
import { demandeGuests, demandes, demandeTokens } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { Invariant, NotFound } from "@/lib/kernel/errors";
import { linkState } from "@/lib/kernel/one-time-link";
import { transact } from "@/lib/kernel/transact";
import type { DemandeId, GuestHash } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { DeadLink } from "@/lib/vocabulary/tokens";
import { daysToMinutes, demandeLimits } from "../limits";
import type { OpenFollowLink } from "../schema";

/**
 * Consumes the link of an e-mail: the device that opens it keeps access to that demande for ninety days. Only a POST calls
 * this, so that a mail scanner that reads every link uses none. The actor must have a guest key.
 */
export async function openFollowLink(
  actor: Actor,
  { token }: OpenFollowLink,
): Promise<Result<{ demandeId: DemandeId; number: string }, DeadLink>> {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "citizen" && actor.kind !== "anonymous") throw new NotFound();
    const [found] = await tx
      .select({
        id: demandeTokens.id,
        demandeId: demandeTokens.demandeId,
        createdAt: demandeTokens.createdAt,
        expiresAt: demandeTokens.expiresAt,
        consumedAt: demandeTokens.consumedAt,
        number: demandes.number,
      })
      .from(demandeTokens)
      .innerJoin(demandes, eq(demandes.id, demandeTokens.demandeId))
      .where(
        and(
          eq(demandeTokens.tokenHash, hashSecret(token)),
          eq(demandeTokens.purpose, "follow_up"),
          isNull(demandes.accountId),
        ),
      )
      .for("update", { of: demandeTokens });
    if (!found?.number) return refuse("unknown");
    const state = linkState(found);
    if (state !== "valid") return refuse(state);

    const now = clock.now();
    await tx.update(demandeTokens).set({ consumedAt: now }).where(eq(demandeTokens.id, found.id));
    const expiresAt = clock.inMinutes(daysToMinutes(demandeLimits.guestDays));
    await tx
      .insert(demandeGuests)
      .values({ demandeId: found.demandeId, guestHash: guestOf(actor.guest), createdAt: now, expiresAt })
      .onConflictDoUpdate({ target: [demandeGuests.demandeId, demandeGuests.guestHash], set: { expiresAt } });
    await record("demande.follow_opened", found.demandeId);
    return done({ demandeId: found.demandeId, number: found.number });
  });
}

function guestOf(guest: GuestHash | null): GuestHash {
  if (!guest) throw new Invariant("a follow-up link is opened with a guest key");
  return guest;
}
