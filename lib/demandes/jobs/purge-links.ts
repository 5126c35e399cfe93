import { and, asc, eq, gt, lt, or, sql, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { demandeGuests, demandeTokens, guestKeys } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { past, purge, untilNone } from "@/lib/upkeep/housekeeping";
import { inTurn, isOver, type Limits } from "@/lib/upkeep/slices";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { closeKeys, idleEnd, keyEnd } from "../access/guest-access";
import { daysToMinutes, demandeLimits } from "../rules/limits";

/** A follow-up link used or past is kept a month: its page says why it no longer opens. */
const linkDays = 30;
const keptMinutes = daysToMinutes(demandeLimits.guestDays);
/** Keys ended in one transaction. */
const batch = 100;

/**
 * Erases the follow-up links long past, and the guest keys that open nothing any more, with the drafts that nothing could open
 * again: no other device, no letter, no address to send one to. Returns how many links and keys.
 */
export async function purgeLinks(actor: System, limits: Limits): Promise<number> {
  return inTurn(limits, [
    () => bringBackFromTheFuture(limits),
    () => purge(limits, demandeTokens, past(demandeTokens.expiresAt, linkDays)),
    () => endKeys(actor, limits),
    // What a key opened for a time, while the key itself goes on.
    () => purge(limits, demandeGuests, past(demandeGuests.expiresAt)),
  ]);
}

/** Nothing that purging counts: it lasts less, and is not erased. */
async function bringBackFromTheFuture(limits: Limits): Promise<number> {
  await untilNone(limits, bringKeysBack);
  await untilNone(limits, bringOpeningsBack);
  return 0;
}

/**
 * A key used, or given something, while the clock ran ahead would live until that day, on a computer that others use: it ends as if
 * it were used now. It is not ended at once: nothing but it opens a draft without address.
 */
async function bringKeysBack(size: number): Promise<number> {
  const { isKept, idleExpiresAt, expiresAt } = guestKeys;
  const isTooFar = and(
    gt(idleExpiresAt, clock.horizon(demandeLimits.guestIdleMinutes)),
    or(eq(isKept, false), gt(idleExpiresAt, clock.horizon(keptMinutes))),
  );
  const byKind = (kept: Date, other: Date) =>
    sql`case when ${isKept} then ${kept.toISOString()}::timestamptz else ${other.toISOString()}::timestamptz end`;
  const end = sql`least(${expiresAt}, ${byKind(keyEnd(true), keyEnd(false))})`;
  const idle = sql`least(${end}, ${byKind(keyEnd(true), idleEnd(false, keyEnd(false)))})`;
  const brought = database()
    .update(guestKeys)
    .set({ lastSeenAt: clock.now(), idleExpiresAt: idle, expiresAt: end })
    .where(and(isAmong(guestKeys, isTooFar, idleExpiresAt, size), isTooFar));
  return (await brought.returning({ one: sql`1` })).length;
}

/** What a key opened for a time, likewise. */
async function bringOpeningsBack(size: number): Promise<number> {
  const isTooFar = gt(demandeGuests.expiresAt, clock.horizon(keptMinutes));
  const brought = database()
    .update(demandeGuests)
    .set({ expiresAt: keyEnd(true) })
    .where(and(isAmong(demandeGuests, isTooFar, demandeGuests.expiresAt, size), isTooFar));
  return (await brought.returning({ one: sql`1` })).length;
}

/** The furthest of a table, reached by their place: an index gives them, whatever the planner makes of a join. */
function isAmong(table: PgTable, where: SQL | undefined, order: PgColumn, size: number): SQL {
  return sql`ctid = any(array(select ctid from ${table} where ${where} order by ${order} desc limit ${size}))`;
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
