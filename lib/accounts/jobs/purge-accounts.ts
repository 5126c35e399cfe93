import { and, asc, eq, inArray, lt } from "drizzle-orm";
import { accountRecoveries, accounts, accountSessions, accountTokens } from "@/db/schema/accounts";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { forgetMailsOf } from "@/lib/letters/outbox/forget-mails";
import { past, purge } from "@/lib/upkeep/housekeeping";
import { newerThan } from "@/lib/kernel/page-cursor";
import { bySlices, inTurn, type Limits } from "@/lib/upkeep/slices";
import { transact } from "@/lib/kernel/transact";
import type { AccountId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { tokenMinutes } from "@/lib/vocabulary/tokens";

const day = 24 * 60;
/** An address given but never confirmed. */
const invitedDays = 10;
/** A link used or past is kept a month: its page says why it no longer opens. */
const linkDays = 30;
const batch = 200;

/** A recovery that was decided is kept as long as the journal that tells of it. */
const recoveryDays = 365;

/**
 * Erases the sessions that ended, the links long past, the recoveries of more than a year, and the accounts never activated.
 * Returns how many rows.
 */
export async function purgeAccounts(actor: System, limits: Limits): Promise<number> {
  return inTurn(limits, [
    // The idle end is never later than the last one.
    () => purge(limits, accountSessions, past(accountSessions.idleExpiresAt)),
    () => closeLateRecoveries(),
    () => purge(limits, accountRecoveries, past(accountRecoveries.askedAt, recoveryDays)),
    () => purge(limits, accountTokens, past(accountTokens.expiresAt, linkDays)),
    () => purgeInvited(actor, limits),
  ]);
}

/** Nobody decided in time. */
async function closeLateRecoveries(): Promise<number> {
  const late = clock.inMinutes(-tokenMinutes.recovery_stop);
  const lapsed = await database()
    .update(accountRecoveries)
    .set({ state: "lapsed", decidedAt: clock.now() })
    .where(and(eq(accountRecoveries.state, "asked"), lt(accountRecoveries.askedAt, late)))
    .returning({ id: accountRecoveries.id });
  return lapsed.length;
}

type Invited = { id: AccountId; at: Date };
const isStale = () => and(eq(accounts.status, "invited"), lt(accounts.createdAt, clock.inMinutes(-invitedDays * day)));

async function purgeInvited(actor: System, limits: Limits): Promise<number> {
  return bySlices<Invited>(limits, {
    size: batch,
    find: (last) =>
      database()
        .select({ id: accounts.id, at: accounts.createdAt })
        .from(accounts)
        .where(and(isStale(), newerThan(accounts.createdAt, accounts.id, last)))
        .orderBy(asc(accounts.createdAt), asc(accounts.id))
        .limit(batch),
    handle: (slice) => eraseInvited(actor, slice),
  });
}

async function eraseInvited(actor: System, slice: readonly Invited[]): Promise<number> {
  const wanted = slice.map(({ id }) => id);
  const result = await transact<number, never>(actor, async ({ tx, record, unrecorded }) => {
    const still = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(inArray(accounts.id, wanted), isStale()))
      .for("update", { skipLocked: true });
    const ids = still.map(({ id }) => id);
    if (ids.length === 0) {
      unrecorded("activated meanwhile, or another process has them");
      return done(0);
    }
    await forgetMailsOf(tx, ids);
    await tx.delete(accounts).where(inArray(accounts.id, ids));
    await record("housekeeping.done", actor.job, { invitedAccounts: ids.length });
    return done(ids.length);
  });
  return result.ok ? result.value : 0;
}
