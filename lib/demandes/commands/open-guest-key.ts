import { eq } from "drizzle-orm";
import { guestKeys } from "@/db/schema/demandes";
import { anonymous } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { hashSecret, newSecret } from "@/lib/kernel/crypto";
import { transact } from "@/lib/kernel/transact";
import type { GuestHash } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { idleEnd, keyEnd } from "../access/guest-access";
import { daysToMinutes, demandeLimits } from "../rules/limits";
import type { GuestKey } from "../queries/find-guest-key";

/** How long a browser called its user's own keeps the secret, in seconds. */
export const keptCookieSeconds = daysToMinutes(demandeLimits.guestDays) * 60;

/** A key in use is written at most once a minute. */
const touchEveryMilliseconds = 60_000;

/** A new key for a browser without account. It opens nothing yet. */
export async function openGuestKey() {
  return transact<{ secret: string; hash: GuestHash }, never>(anonymous, async ({ tx, unrecorded }) => {
    unrecorded("a key that opens nothing");
    const secret = newSecret();
    const hash = hashSecret<GuestHash>(secret);
    const now = clock.now();
    const expiresAt = keyEnd(false);
    await tx
      .insert(guestKeys)
      .values({ hash, createdAt: now, lastSeenAt: now, idleExpiresAt: idleEnd(false, expiresAt), expiresAt });
    return done({ secret, hash });
  });
}

/** The person is there: puts the idle end off. */
export async function touchGuestKey({ hash, isKept, lastSeenAt, expiresAt }: GuestKey): Promise<void> {
  if (isKept || clock.now().getTime() - lastSeenAt.getTime() < touchEveryMilliseconds) return;
  await transact<null, never>({ kind: "anonymous", guest: hash }, async ({ tx, unrecorded }) => {
    unrecorded("a key in use is not an event");
    await tx
      .update(guestKeys)
      .set({ lastSeenAt: clock.now(), idleExpiresAt: idleEnd(isKept, expiresAt) })
      .where(eq(guestKeys.hash, hash));
    return done(null);
  });
}
