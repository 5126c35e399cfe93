import { and, eq, inArray, lt, or } from "drizzle-orm";
import { accountRecoveries, accounts, accountSessions, accountTokens } from "@/db/schema/accounts";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { forgetMailsOf } from "@/lib/kernel/forget-mails";
import { purge } from "@/lib/kernel/housekeeping";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { tokenMinutes } from "@/lib/vocabulary/tokens";

const day = 24 * 60;
/** An address given but never confirmed (domain.md, « Account »). */
const invitedDays = 10;
/** A link used or past is kept a month: its page says why it no longer opens. */
const linkDays = 30;

/** Erases the sessions that ended, the links long past, and the accounts never activated. Returns how many rows. */
export async function purgeAccounts(actor: System, { signal }: { signal: AbortSignal }): Promise<number> {
  const now = clock.now();
  const isOver = or(lt(accountSessions.expiresAt, now), lt(accountSessions.idleExpiresAt, now));
  const sessions = await purge(accountSessions, accountSessions.id, isOver, signal);
  const late = clock.inMinutes(-tokenMinutes.recovery_stop);
  await database()
    .update(accountRecoveries)
    .set({ state: "lapsed", decidedAt: now })
    .where(and(eq(accountRecoveries.state, "asked"), lt(accountRecoveries.askedAt, late)));
  const isPast = lt(accountTokens.expiresAt, clock.inMinutes(-linkDays * day));
  const links = await purge(accountTokens, accountTokens.id, isPast, signal);
  return sessions + links + (signal.aborted ? 0 : await purgeInvited(actor));
}

async function purgeInvited(actor: System): Promise<number> {
  const result = await transact<number, never>(actor, async ({ tx, record, unrecorded }) => {
    const due = tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.status, "invited"), lt(accounts.createdAt, clock.inMinutes(-invitedDays * day))))
      .limit(500)
      .for("update", { skipLocked: true });
    const ids = (await due).map(({ id }) => id);
    if (ids.length === 0) {
      unrecorded("no account to erase");
      return done(0);
    }
    await forgetMailsOf(tx, ids);
    await tx.delete(accounts).where(inArray(accounts.id, ids));
    await record("housekeeping.done", actor.job, { invitedAccounts: ids.length });
    return done(ids.length);
  });
  return result.ok ? result.value : 0;
}
