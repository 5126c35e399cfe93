import { asc, inArray, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { queueMail } from "@/lib/kernel/outbox";
import { transact, type Work } from "@/lib/kernel/transact";
import { greetingOf } from "@/lib/shared/mail-content";
import { fullName } from "@/lib/shared/text";
import { formatDate } from "@/lib/shared/dates";
import type { AccountId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { deletionDay, isDueForDeletion, isDueForNotice } from "../idle";
import { leaveAccount } from "../leave-account";
import { batch } from "../limits";
import { lockAccount } from "../lock-account";
import { idleMail } from "../mails";

type Stop = { signal: AbortSignal };

/** Tells the owners of accounts that nobody used for almost two years, thirty then fourteen days before. Returns how many. */
export async function warnIdleAccounts(actor: System, { signal }: Stop): Promise<number> {
  let warned = 0;
  for (;;) {
    if (signal.aborted) return warned;
    const result = await transact<number, never>(actor, warnSome);
    const count = result.ok ? result.value : 0;
    warned += count;
    if (count < batch) return warned;
  }
}

async function warnSome({ tx, record, unrecorded }: Work) {
  const due = await tx
    .select({
      id: accounts.id,
      email: accounts.email,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
      seenAt: sql<Date>`coalesce(${accounts.lastSeenAt}, ${accounts.createdAt})`.mapWith(accounts.createdAt),
      notice: accounts.idleNotices,
    })
    .from(accounts)
    .where(isDueForNotice())
    .orderBy(asc(accounts.lastSeenAt))
    .limit(batch)
    .for("update", { skipLocked: true });
  if (due.length === 0) {
    unrecorded("nobody to warn");
    return done(0);
  }
  const ids = due.map(({ id }) => id);
  await tx
    .update(accounts)
    .set({ idleNotices: sql`${accounts.idleNotices} + 1` })
    .where(inArray(accounts.id, ids));
  for (const { id, email, firstName, lastName, seenAt, notice } of due) {
    const content = idleMail(greetingOf(fullName({ firstName, lastName })), formatDate(deletionDay(seenAt, notice)));
    const key = `account.idle:${id}:${seenAt.getTime()}:${notice + 1}`;
    if (email) await queueMail(tx, { to: email, kind: "account.idle", accountId: id, key, content });
    await record("account.idle_warned", id, { notice: notice + 1 });
  }
  return done(due.length);
}

/** Deletes the accounts that two notices did not bring back, as their owners would have; one transaction each. */
export async function deleteIdleAccounts(actor: System, { signal }: Stop): Promise<number> {
  let deleted = 0;
  for (;;) {
    const due = await database()
      .select({ id: accounts.id })
      .from(accounts)
      .where(isDueForDeletion())
      .orderBy(asc(accounts.lastSeenAt))
      .limit(batch);
    let gone = 0;
    for (const { id } of due) {
      if (signal.aborted) return deleted;
      gone += (await deleteOne(actor, id)) ? 1 : 0;
    }
    deleted += gone;
    // None of a whole batch could go: the next run sees.
    if (due.length < batch || gone === 0) return deleted;
  }
}

async function deleteOne(actor: System, accountId: AccountId): Promise<boolean> {
  const result = await transact<boolean, never>(actor, async (work) => {
    const account = await lockAccount(work.tx, accountId, isDueForDeletion());
    if (!account) {
      work.unrecorded("came back, or went, meanwhile");
      return done(false);
    }
    const { finishing, ...counts } = await leaveAccount(work, account, new Set());
    await work.record("account.deleted", accountId, { ...counts, finishing: finishing.length, isIdle: true });
    return done(true);
  });
  return result.ok && result.value;
}
