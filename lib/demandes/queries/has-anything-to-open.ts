import { and, eq, gt } from "drizzle-orm";
import { demandeGuests } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import type { GuestHash } from "@/lib/shared/ids";

/** Whether the key of a browser still opens a demande. */
export async function opensAnything(guest: GuestHash): Promise<boolean> {
  const rows = await database()
    .select({ id: demandeGuests.demandeId })
    .from(demandeGuests)
    .where(and(eq(demandeGuests.guestHash, guest), gt(demandeGuests.expiresAt, clock.now())))
    .limit(1);
  return rows.length > 0;
}
