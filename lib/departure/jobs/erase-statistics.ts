import { and, asc, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database, type Tx } from "@/lib/kernel/database";
import { newerThan } from "@/lib/kernel/page-cursor";
import { bySlices, inTurn, type Limits } from "@/lib/upkeep/slices";
import { transact } from "@/lib/kernel/transact";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { batch, statisticsDays } from "../rules/limits";

/**
 * Erases what nobody counts any more: anonymised demandes with their history, and the rows of deleted accounts, five years after they
 * were emptied. Nothing in them speaks of anybody; they would only grow. Returns how many.
 */
export async function eraseStatistics(actor: System, limits: Limits): Promise<number> {
  return inTurn(limits, [() => eraseDemandes(actor, limits), () => eraseAccounts(actor, limits)]);
}

type Emptied<Id> = { id: Id; at: Date };
const idsOf = <Id>(slice: readonly Emptied<Id>[]) => slice.map(({ id }) => id);

const { id: demandeId, anonymisedAt } = demandes;
const { id: accountId, deletedAt } = accounts;
const isOld = (column: PgColumn) => lt(column, clock.inMinutes(-statisticsDays * 24 * 60));
const oldDemandes = () => and(isNotNull(anonymisedAt), isOld(anonymisedAt));
const oldAccounts = () => and(eq(accounts.status, "deleted"), isOld(deletedAt));

async function eraseDemandes(actor: System, limits: Limits): Promise<number> {
  return bySlices<Emptied<DemandeId>>(limits, {
    size: batch,
    find: (last) =>
      database()
        .select({ id: demandeId, at: sql<Date>`${anonymisedAt}`.mapWith(anonymisedAt) })
        .from(demandes)
        .where(and(oldDemandes(), newerThan(anonymisedAt, demandeId, last)))
        .orderBy(asc(anonymisedAt), asc(demandeId))
        .limit(batch),
    handle: (slice) =>
      erase(actor, "demandes", (tx) => {
        const which = and(inArray(demandeId, idsOf(slice)), oldDemandes());
        return tx.delete(demandes).where(which).returning({ id: demandeId });
      }),
  });
}

async function eraseAccounts(actor: System, limits: Limits): Promise<number> {
  return bySlices<Emptied<AccountId>>(limits, {
    size: batch,
    find: (last) =>
      database()
        .select({ id: accountId, at: sql<Date>`${deletedAt}`.mapWith(deletedAt) })
        .from(accounts)
        .where(and(oldAccounts(), newerThan(deletedAt, accountId, last)))
        .orderBy(asc(deletedAt), asc(accountId))
        .limit(batch),
    handle: (slice) =>
      erase(actor, "accounts", (tx) => {
        const which = and(inArray(accountId, idsOf(slice)), oldAccounts());
        return tx.delete(accounts).where(which).returning({ id: accountId });
      }),
  });
}

async function erase(
  actor: System,
  what: "accounts" | "demandes",
  work: (tx: Tx) => Promise<readonly unknown[]>,
): Promise<number> {
  const result = await transact<number, never>(actor, async ({ tx, record, unrecorded }) => {
    const { length } = await work(tx);
    if (length === 0) unrecorded("another process erased them");
    else await record("housekeeping.done", actor.job, { [what]: length });
    return done(length);
  });
  return result.ok ? result.value : 0;
}
