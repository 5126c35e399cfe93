import { and, eq, gt } from "drizzle-orm";
import { guestKeys } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import type { GuestHash } from "@/lib/shared/ids";

export type GuestKey = { hash: GuestHash; isKept: boolean; lastSeenAt: Date; expiresAt: Date };

/** The key whose secret has this SHA-256, while it opens something; null once it ended, whatever the browser still keeps. */
export async function findGuestKey(hash: GuestHash): Promise<GuestKey | null> {
  const now = clock.now();
  const [row] = await database()
    .select({
      hash: guestKeys.hash,
      isKept: guestKeys.isKept,
      lastSeenAt: guestKeys.lastSeenAt,
      expiresAt: guestKeys.expiresAt,
    })
    .from(guestKeys)
    .where(and(eq(guestKeys.hash, hash), gt(guestKeys.idleExpiresAt, now), gt(guestKeys.expiresAt, now)))
    .limit(1);
  return row ?? null;
}
