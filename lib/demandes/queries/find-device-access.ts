import { and, eq, gt } from "drizzle-orm";
import { demandeGuests, guestKeys } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import { keyEnd } from "../access/guest-access";
import type { DeviceAccess } from "../types/demande";

/** Null for an account, and for what this browser does not open. */
export async function findDeviceAccess(actor: Actor, demandeId: DemandeId): Promise<DeviceAccess | null> {
  if (actor.kind !== "anonymous" || !actor.guest) return null;
  const [row] = await database()
    .select({ expiresAt: demandeGuests.expiresAt, isKept: guestKeys.isKept })
    .from(demandeGuests)
    .innerJoin(guestKeys, eq(guestKeys.hash, demandeGuests.guestHash))
    .where(
      and(
        eq(demandeGuests.demandeId, demandeId),
        eq(demandeGuests.guestHash, actor.guest),
        gt(demandeGuests.expiresAt, clock.now()),
      ),
    )
    .limit(1);
  if (!row) return null;
  // A key that is kept may open beside it what was begun without « Cet appareil est à moi »: that one ends within hours.
  return { keptUntil: row.isKept && row.expiresAt > keyEnd(false) ? row.expiresAt : null };
}
