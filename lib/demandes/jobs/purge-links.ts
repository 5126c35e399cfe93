import { and, asc, desc, eq, gt, inArray, lt, or, sql } from "drizzle-orm";
import { demandeGuests, demandeTokens, guestKeys } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { past, purge } from "@/lib/kernel/housekeeping";
import { inTurn, isOver, type Limits } from "@/lib/kernel/slices";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { closeKeys, idleEnd, keyEnd } from "../guest-access";
import { daysToMinutes, demandeLimits } from "../limits";

/** A follow-up link used or past is kept a month: its page says why it no longer opens. */
const linkDays = 30;
/** Keys ended in one transaction. */
const batch = 100;

/**
 * Erases the follow-up links long past, and the guest keys that open nothing any more, with the drafts that nothing could open
 * again: no other device, no letter, no address to send one to. Returns how many links and keys.
 */
export async function purgeLinks(actor: System, limits: Limits): Promise<number> {
  return inTurn(limits, [
    () => bringBackFromTheFuture(),
    () => purge(limits, demandeTokens, past(demandeTokens.expiresAt, linkDays)),
    () => endKeys(actor, limits),
    // What a key opened for a time, while the key itself goes on.
    () => purge(limits, demandeGuests, past(demandeGuests.expiresAt)),
  ]);
}

/**
 * A key used, or given something, while the clock ran ahead would live until that day, on a computer that others use: it ends as if
 * it were used now. It is not ended at once: nothing but it opens a draft without address.
 */
async function bringBackFromTheFuture(): Promise<number> {
  const now = clock.now();
  const kept = daysToMinutes(demandeLimits.guestDays);
  const tooFar = await database()
    .select({ hash: guestKeys.hash })
    .from(guestKeys)
    .where(
      and(
        gt(guestKeys.idleExpiresAt, afterHorizon(demandeLimits.guestIdleMinutes)),
        or(eq(guestKeys.isKept, false), gt(guestKeys.idleExpiresAt, afterHorizon(kept))),
      ),
    )
    .orderBy(desc(guestKeys.idleExpiresAt))
    .limit(batch);
  const end = sql`least(${guestKeys.expiresAt}, case when ${guestKeys.isKept} then ${keyEnd(true).toISOString()}::timestamptz
    else ${keyEnd(false).toISOString()}::timestamptz end)`;
  const idle = sql`least(${end}, case when ${guestKeys.isKept} then ${keyEnd(true).toISOString()}::timestamptz
    else ${idleEnd(false, keyEnd(false)).toISOString()}::timestamptz end)`;
  if (tooFar.length > 0)
    await database()
      .update(guestKeys)
      .set({ lastSeenAt: now, idleExpiresAt: idle, expiresAt: end })
      .where(
        inArray(
          guestKeys.hash,
          tooFar.map(({ hash }) => hash),
        ),
      );
  await database()
    .update(demandeGuests)
    .set({ expiresAt: keyEnd(true) })
    .where(gt(demandeGuests.expiresAt, afterHorizon(kept)));
  return 0;
}

/** The latest end that may have been written by now for what lasts so many minutes. */
function afterHorizon(minutes: number): Date {
  return new Date(clock.horizon().getTime() + minutes * 60_000);
}

/** Keys first: what an ended key opened is judged while it is known. */
async function endKeys(actor: System, limits: Limits): Promise<number> {
  let ended = 0;
  while (!isOver(limits)) {
    const over = await database()
      .select({ hash: guestKeys.hash })
      .from(guestKeys)
      .where(lt(guestKeys.idleExpiresAt, clock.now()))
      .orderBy(asc(guestKeys.idleExpiresAt))
      .limit(batch);
    if (over.length > 0)
      await transact<null, never>(actor, async (work) => {
        await closeKeys(
          work,
          over.map(({ hash }) => hash),
          "kept_with_address",
        );
        work.unrecorded("keys that opened nothing any more; each draft erased has its line");
        return done(null);
      });
    ended += over.length;
    if (over.length < batch) break;
  }
  return ended;
}
