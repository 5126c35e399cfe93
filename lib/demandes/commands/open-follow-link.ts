import { eq } from "drizzle-orm";
import { demandes, demandeTokens } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { Invariant, NotFound } from "@/lib/kernel/errors";
import { linkState } from "@/lib/proofs/one-time-link";
import { transact } from "@/lib/kernel/transact";
import type { DemandeId, GuestHash } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { DeadLink } from "@/lib/vocabulary/tokens";
import { followedTogether } from "../access/companions";
import { isFollowToken } from "../access/follow-token";
import { openOnDevice } from "../access/guest-access";
import type { OpenFollowLink } from "../schema/citizen";

/**
 * Consumes the link of an e-mail: the device that opens it has access to that demande, and to those filed with it, until its browser closes, or for ninety
 * days where the person calls it their own. Only a POST calls this, so that a mail scanner that reads every link uses none.
 * For nobody signed in: an account attaches the demande instead. The actor must have a guest key.
 */
export async function openFollowLink(
  actor: Actor,
  { token, isOwnDevice = false }: OpenFollowLink,
): Promise<Result<{ demandeId: DemandeId; number: string | null }, DeadLink>> {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "anonymous") throw new NotFound();
    const used = await useFollowLink(tx, token);
    if (!used.ok) return used;
    const { demandeId } = used.value;
    const opening = { guest: guestOf(actor.guest), isOwnDevice, byLink: true };
    for (const id of [demandeId, ...(await followedTogether(tx, demandeId))])
      await openOnDevice(tx, { demandeId: id, ...opening });
    await record("demande.follow_opened", demandeId);
    return used;
  });
}

/** Uses a link up, in the caller's transaction: it proves that its holder reads the mail of the applicant. */
export async function useFollowLink(
  tx: Tx,
  token: string,
): Promise<Result<{ demandeId: DemandeId; number: string | null }, DeadLink>> {
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
    .where(isFollowToken(token))
    .for("update", { of: demandeTokens });
  if (!found) return refuse("unknown");
  const state = linkState(found);
  if (state !== "valid") return refuse(state);
  await tx.update(demandeTokens).set({ consumedAt: clock.now() }).where(eq(demandeTokens.id, found.id));
  return done({ demandeId: found.demandeId, number: found.number });
}

function guestOf(guest: GuestHash | null): GuestHash {
  if (!guest) throw new Invariant("a follow-up link is opened with a guest key");
  return guest;
}
