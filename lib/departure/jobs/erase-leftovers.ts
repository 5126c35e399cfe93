import { and, asc, eq, exists, gt, inArray, ne, not, or, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import {
  accountExports,
  accountIdentities,
  accountRecoveries,
  accounts,
  accountSessions,
  accountTokens,
} from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { notifications } from "@/db/schema/notifications";
import { outbox } from "@/db/schema/platform";
import { relations } from "@/db/schema/relations";
import { walletDocuments } from "@/db/schema/wallet";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database, type Tx } from "@/lib/kernel/database";
import { disownMailsAbout, forgetMailsOf } from "@/lib/letters/forget-mails";
import { newerThan } from "@/lib/kernel/page-cursor";
import { bySlices, type Limits } from "@/lib/kernel/slices";
import { transact } from "@/lib/kernel/transact";
import { eraseDrafts } from "@/lib/demandes/commands/delete-draft";
import type { AccountId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { emptyRows, saysSomething } from "../empty-rows";
import { eraseBelongings, hasServed } from "../erase-belongings";
import { batch } from "../limits";

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
        or(saysSomething(), ...belongings.map(([table, isOfAccount]) => has(table, isOfAccount))),
      ),
    )
    .orderBy(asc(accounts.deletedAt), asc(accounts.id))
    .limit(batch);
}

/** Everything that names its account. Of the links, the one that served stays, as `eraseBelongings` leaves it. */
const belongings: readonly [PgTable, SQL | undefined][] = [
  [demandes, eq(demandes.accountId, accounts.id)],
  [relations, eq(relations.accountId, accounts.id)],
  [walletDocuments, eq(walletDocuments.accountId, accounts.id)],
  [notifications, eq(notifications.accountId, accounts.id)],
  [accountSessions, eq(accountSessions.accountId, accounts.id)],
  [accountIdentities, eq(accountIdentities.accountId, accounts.id)],
  [accountRecoveries, eq(accountRecoveries.accountId, accounts.id)],
  [accountExports, eq(accountExports.accountId, accounts.id)],
  [accountTokens, and(eq(accountTokens.accountId, accounts.id), not(hasServed()))],
  [outbox, eq(outbox.accountId, accounts.id)],
];

function has(table: PgTable, isOfAccount: SQL | undefined): SQL {
  return exists(
    database()
      .select({ one: sql`1` })
      .from(table)
      .where(isOfAccount),
  );
}

async function eraseOf(actor: System, ids: AccountId[]): Promise<number> {
  await transact<null, never>(actor, async ({ tx, record }) => {
    const drafts = await tx
      .select({ id: demandes.id })
      .from(demandes)
      .where(and(inArray(demandes.accountId, ids), eq(demandes.status, "draft")))
      .for("update");
    await detachClaimed(tx, ids);
    await forgetMailsOf(tx, ids);
    await eraseDrafts(
      tx,
      drafts.map(({ id }) => id),
    );
    await eraseBelongings(tx, ids);
    await emptyRows(tx, ids);
    await record("housekeeping.done", actor.job, { accounts: ids.length, drafts: drafts.length });
    return done(null);
  });
  return ids.length;
}

/** Filed without account, and attached to this one at the very moment when it went. */
async function detachClaimed(tx: Tx, ids: AccountId[]): Promise<void> {
  const claimed = await tx
    .update(demandes)
    .set({ accountId: null, relationId: null })
    .where(and(inArray(demandes.accountId, ids), ne(demandes.status, "draft")))
    .returning({ id: demandes.id });
  await disownMailsAbout(
    tx,
    claimed.map(({ id }) => id),
    ids,
  );
}
