import { and, asc, inArray, sql, type SQL } from "drizzle-orm";
import { accounts, lastSeen } from "@/db/schema/accounts";
import type { System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { post } from "@/lib/letters/outbox/post";
import { newerThan } from "@/lib/kernel/page-cursor";
import { bySlices, oneByOne, type Limits } from "@/lib/upkeep/slices";
import { transact, type Work } from "@/lib/kernel/transact";
import { fullName } from "@/lib/shared/text";
import type { AccountId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { deletionDay, isDueForDeletion, isDueForNotice } from "../steps/idle-accounts";
import { leaveAccount } from "../steps/leave-account";
import { batch } from "../rules/limits";
import { lockAccount } from "../steps/lock-account";

type Idle = { id: AccountId; at: Date };

/** Tells the owners of accounts that nobody used for almost two years, thirty then fourteen days before. Returns how many. */
export async function warnIdleAccounts(actor: System, limits: Limits): Promise<number> {
  return bySlices<Idle>(limits, {
    size: batch,
    find: (last) => findIdle(isDueForNotice(), last),
    handle: async (slice) => {
      const result = await transact<number, never>(actor, (work) => warnSome(work, slice));
      return result.ok ? result.value : 0;
    },
  });
}

/** Those not used for the longest time first. */
async function findIdle(isDue: SQL | undefined, last: Idle | null): Promise<Idle[]> {
  return database()
    .select({ id: accounts.id, at: seenAt })
    .from(accounts)
    .where(and(isDue, newerThan(lastSeen(accounts), accounts.id, last)))
    .orderBy(asc(lastSeen(accounts)), asc(accounts.id))
    .limit(batch);
}

const seenAt = lastSeen(accounts).mapWith(accounts.createdAt);

async function warnSome({ tx, record, unrecorded }: Work, slice: readonly Idle[]) {
  const wanted = slice.map(({ id }) => id);
  const due = await tx
    .select({
      id: accounts.id,
      email: accounts.email,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
      seenAt,
      notice: accounts.idleNotices,
    })
    .from(accounts)
    .where(and(inArray(accounts.id, wanted), isDueForNotice()))
    .orderBy(asc(accounts.id))
    .for("update", { skipLocked: true });
  if (due.length === 0) {
    unrecorded("they came back, or another process has them");
    return done(0);
  }
  const ids = due.map(({ id }) => id);
  await tx
    .update(accounts)
    .set({ idleNotices: sql`${accounts.idleNotices} + 1` })
    .where(inArray(accounts.id, ids));
  for (const { id, email, firstName, lastName, seenAt: at, notice } of due) {
    const key = `account.idle:${id}:${at.getTime()}:${notice + 1}`;
    const recipient = { name: fullName({ firstName, lastName }), accountId: id, key };
    if (email) await post(tx, "account.idle", { day: deletionDay(at, notice) }, { ...recipient, to: email });
    await record("account.idle_warned", id, { notice: notice + 1 });
  }
  return done(due.length);
}

/** Deletes the accounts that two notices did not bring back, as their owners would have; one transaction each. */
export async function deleteIdleAccounts(actor: System, limits: Limits): Promise<number> {
  return oneByOne<Idle>(limits, {
    size: batch,
    find: (last) => findIdle(isDueForDeletion(), last),
    handle: ({ id }) => deleteOne(actor, id),
  });
}

async function deleteOne(actor: System, accountId: AccountId): Promise<number> {
  const result = await transact<number, never>(actor, async (work) => {
    const account = await lockAccount(work.tx, accountId, isDueForDeletion());
    if (!account) {
      work.unrecorded("came back, or went, meanwhile");
      return done(0);
    }
    const { finishing, ...counts } = await leaveAccount(work, account, new Set());
    await work.record("account.deleted", accountId, { ...counts, finishing: finishing.length, isIdle: true });
    return done(1);
  });
  return result.ok ? result.value : 0;
}
