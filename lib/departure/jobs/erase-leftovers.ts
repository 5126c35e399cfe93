import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { newerThan } from "@/lib/kernel/page-cursor";
import { bySlices, type Limits } from "@/lib/upkeep/slices";
import { transact } from "@/lib/kernel/transact";
import { eraseDrafts } from "@/lib/demandes/commands/delete-draft";
import { detachClaimed } from "@/lib/demandes/access/detach-demandes";
import type { AccountId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { batch } from "../rules/limits";
import { erasePersonal, hasLeftovers } from "../steps/walk-personal";

const day = 24 * 60;

/**
 * Erases what a request begun just before a deletion wrote just after it: it waited for the account's lock, then went on.
 * Looks at the accounts deleted within two days. Returns how many accounts had something left.
 */
export async function eraseLeftovers(actor: System, limits: Limits): Promise<number> {
  return bySlices<Deleted>(limits, {
    size: batch,
    find: findLeftovers,
    handle: (slice) =>
      eraseOf(
        actor,
        slice.map(({ id }) => id),
      ),
  });
}

type Deleted = { id: AccountId; at: Date };

async function findLeftovers(last: Deleted | null): Promise<Deleted[]> {
  return database()
    .select({ id: accounts.id, at: sql<Date>`${accounts.deletedAt}`.mapWith(accounts.deletedAt) })
    .from(accounts)
    .where(
      and(
        eq(accounts.status, "deleted"),
        gt(accounts.deletedAt, clock.inMinutes(-2 * day)),
        newerThan(accounts.deletedAt, accounts.id, last),
        hasLeftovers(),
      ),
    )
    .orderBy(asc(accounts.deletedAt), asc(accounts.id))
    .limit(batch);
}

async function eraseOf(actor: System, ids: AccountId[]): Promise<number> {
  await transact<null, never>(actor, async ({ tx, record }) => {
    const drafts = await tx
      .select({ id: demandes.id })
      .from(demandes)
      .where(and(inArray(demandes.accountId, ids), eq(demandes.status, "draft")))
      .for("update");
    await detachClaimed(tx, ids);
    await eraseDrafts(
      tx,
      drafts.map(({ id }) => id),
    );
    await erasePersonal(
      tx,
      ids.map((id) => ({ id, email: null })),
    );
    await record("housekeeping.done", actor.job, { accounts: ids.length, drafts: drafts.length });
    return done(null);
  });
  return ids.length;
}
