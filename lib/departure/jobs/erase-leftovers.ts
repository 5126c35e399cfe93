import { and, eq, exists, gt, inArray, ne, or, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { accounts, accountSessions } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { notifications } from "@/db/schema/notifications";
import { relations } from "@/db/schema/relations";
import { walletDocuments } from "@/db/schema/wallet";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database, type Tx } from "@/lib/kernel/database";
import { transact } from "@/lib/kernel/transact";
import { eraseDrafts } from "@/lib/demandes/commands/delete-draft";
import type { AccountId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { eraseBelongings } from "../erase-belongings";
import { batch } from "../limits";

const day = 24 * 60;

/**
 * Erases what a request begun just before a deletion wrote just after it: it waited for the account's lock, then went on.
 * Looks at the accounts deleted within two days. Returns how many accounts had something left.
 */
export async function eraseLeftovers(actor: System, { signal }: { signal: AbortSignal }): Promise<number> {
  let cleaned = 0;
  for (;;) {
    const ids = signal.aborted ? [] : await findLeftovers();
    if (ids.length > 0) await eraseOf(actor, ids);
    cleaned += ids.length;
    if (ids.length < batch) return cleaned;
  }
}

async function findLeftovers(): Promise<AccountId[]> {
  const has = (table: PgTable, accountId: PgColumn) =>
    exists(
      database()
        .select({ one: sql`1` })
        .from(table)
        .where(eq(accountId, accounts.id)),
    );
  const rows = await database()
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts.status, "deleted"),
        gt(accounts.deletedAt, clock.inMinutes(-2 * day)),
        or(
          has(demandes, demandes.accountId),
          has(relations, relations.accountId),
          has(walletDocuments, walletDocuments.accountId),
          has(notifications, notifications.accountId),
          has(accountSessions, accountSessions.accountId),
        ),
      ),
    )
    .limit(batch);
  return rows.map(({ id }) => id);
}

async function eraseOf(actor: System, ids: AccountId[]): Promise<void> {
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
    await eraseBelongings(tx, ids);
    await record("housekeeping.done", actor.job, { accounts: ids.length, drafts: drafts.length });
    return done(null);
  });
}

/** Filed without account, and attached to this one at the very moment when it went. */
async function detachClaimed(tx: Tx, ids: AccountId[]): Promise<void> {
  await tx
    .update(demandes)
    .set({ accountId: null, relationId: null })
    .where(and(inArray(demandes.accountId, ids), ne(demandes.status, "draft")));
}
