import { asc, sql } from "drizzle-orm";
import { demandeGuests, demandeTokens } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { past, purge, untilNone } from "@/lib/kernel/housekeeping";
import { inTurn, type Limits } from "@/lib/kernel/slices";

/** A follow-up link used or past is kept a month: its page says why it no longer opens. */
const linkDays = 30;

/** Erases the follow-up links long past, and the guest keys that open nothing any more. Returns how many. */
export async function purgeLinks(_actor: System, limits: Limits): Promise<number> {
  return inTurn(limits, [
    () => purge(limits, demandeTokens, demandeTokens.id, past(demandeTokens.expiresAt, linkDays)),
    () => purgeKeys(limits),
  ]);
}

/** Their key is of two columns. */
async function purgeKeys(limits: Limits): Promise<number> {
  const { demandeId, guestHash } = demandeGuests;
  const { where, order } = past(demandeGuests.expiresAt);
  return untilNone(limits, async (batch) => {
    const due = database()
      .select({ demandeId, guestHash })
      .from(demandeGuests)
      .where(where)
      .orderBy(asc(order))
      .limit(batch);
    const gone = database()
      .delete(demandeGuests)
      .where(sql`(${demandeId}, ${guestHash}) in ${due}`);
    return (await gone.returning({ demandeId })).length;
  });
}
