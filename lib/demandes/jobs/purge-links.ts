import { asc, lt } from "drizzle-orm";
import { demandeGuests, demandeTokens, guestKeys } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { purge } from "@/lib/kernel/housekeeping";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { closeKeys } from "../guest-access";

/** A follow-up link used or past is kept a month: its page says why it no longer opens. */
const linkMinutes = 30 * 24 * 60;
/** Keys ended in one transaction. */
const batch = 100;

/**
 * Erases the follow-up links long past, and the guest keys that open nothing any more, with the drafts that nothing could open
 * again: no other device, no letter, no address to send one to. Returns how many links and keys.
 */
export async function purgeLinks(actor: System, { signal }: { signal: AbortSignal }): Promise<number> {
  const isPast = lt(demandeTokens.expiresAt, clock.inMinutes(-linkMinutes));
  const links = await purge(demandeTokens, demandeTokens.id, isPast, signal);
  return links + (await endKeys(actor, signal));
}

/** Keys first: what an ended key opened is judged while it is known. */
async function endKeys(actor: System, signal: AbortSignal): Promise<number> {
  let ended = 0;
  while (!signal.aborted) {
    const past = await database()
      .select({ hash: guestKeys.hash })
      .from(guestKeys)
      .where(lt(guestKeys.idleExpiresAt, clock.now()))
      .orderBy(asc(guestKeys.idleExpiresAt))
      .limit(batch);
    if (past.length > 0)
      await transact<null, never>(actor, async (work) => {
        await closeKeys(
          work,
          past.map(({ hash }) => hash),
          "kept_with_address",
        );
        work.unrecorded("keys that opened nothing any more; each draft erased has its line");
        return done(null);
      });
    ended += past.length;
    if (past.length < batch) break;
  }
  return ended + (await endAccess());
}

/** What a key opened for a time, while the key itself goes on. */
async function endAccess(): Promise<number> {
  const rows = await database()
    .delete(demandeGuests)
    .where(lt(demandeGuests.expiresAt, clock.now()))
    .returning({ demandeId: demandeGuests.demandeId });
  return rows.length;
}
