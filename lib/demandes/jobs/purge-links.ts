import { lt } from "drizzle-orm";
import { demandeGuests, demandeTokens } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { purge } from "@/lib/kernel/housekeeping";

/** A follow-up link used or past is kept a month: its page says why it no longer opens. */
const linkMinutes = 30 * 24 * 60;

/** Erases the follow-up links long past, and the guest keys that open nothing any more. Returns how many. */
export async function purgeLinks(_actor: System, { signal }: { signal: AbortSignal }): Promise<number> {
  const isPast = lt(demandeTokens.expiresAt, clock.inMinutes(-linkMinutes));
  const links = await purge(demandeTokens, demandeTokens.id, isPast, signal);
  const keys = await database()
    .delete(demandeGuests)
    .where(lt(demandeGuests.expiresAt, clock.now()))
    .returning({ demandeId: demandeGuests.demandeId });
  return links + keys.length;
}
