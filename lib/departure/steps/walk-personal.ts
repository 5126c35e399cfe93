import { and, eq, exists, getTableColumns, inArray, isNotNull, ne, not, or, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { database, type Tx } from "@/lib/kernel/database";
import type { Claim, Fate, Leaver } from "@/lib/kernel/personal-data";
import type { Work } from "@/lib/kernel/transact";
import { everyClaim, everyPersonal } from "@/lib/exports/registry";
import type { DemandeId } from "@/lib/shared/ids";

/** From right to left: what hangs on something goes before it. */
const rightToLeft = [...everyPersonal].reverse();

/**
 * Takes everything that belongs to these accounts, in the caller's transaction, which has locked them, and empties their rows.
 * Their drafts are gone, and what they filed was decided upon.
 */
export async function erasePersonal(tx: Tx, leavers: readonly Leaver[]): Promise<void> {
  const ids = leavers.map(({ id }) => id);
  for (const { erase, tables } of rightToLeft) {
    await erase?.(tx, leavers);
    for (const claim of Object.values(tables)) if (claim.end.with === "account") await carryOut(tx, claim, ids);
  }
}

/**
 * Takes from finished demandes, locked by the caller, everything that speaks of somebody (F7). The démarche, the dates, the
 * states and who decided stay: what statistics need.
 */
export async function anonymiseDemandes({ tx, record }: Work, ids: readonly DemandeId[]): Promise<void> {
  if (ids.length === 0) return;
  const leaving = await tx
    .select({ id: demandes.id, number: demandes.number, accountId: demandes.accountId })
    .from(demandes)
    .where(inArray(demandes.id, [...ids]));
  for (const { anonymise, tables } of rightToLeft) {
    await anonymise?.(tx, leaving);
    for (const claim of Object.values(tables)) if (claim.end.with === "demande") await carryOut(tx, claim, ids);
  }
  await record("demande.anonymised", ids);
}

/** Whether something is left of an account, the row of a query on `accounts`, that went. */
export function hasLeftovers(): SQL | undefined {
  return or(
    ...everyClaim.flatMap((claim) => {
      const { table, account } = claim;
      if (table === accounts) return saysSomething(claim) ?? [];
      if (!account) return [];
      const rows = and(eq(account, accounts.id), staying(claim));
      return exists(
        database()
          .select({ one: sql`1` })
          .from(table)
          .where(rows),
      );
    }),
  );
}

/** The fates of one table, for the rows whose column has one of these values. */
async function carryOut(tx: Tx, claim: Claim, ids: readonly string[]): Promise<void> {
  const { table, end } = claim;
  if (!("by" in end)) return;
  const rows = inArray(end.by, [...ids]);
  const values = emptyValues(claim);
  if (Object.keys(values).length === 0) await tx.delete(table).where(and(rows, staying(claim)));
  else
    await tx
      .update(table)
      .set(values)
      .where(and(rows, isWhollyTold(values) ? saysSomething(claim) : undefined));
}

/** Whether `saysSomething` looks at every value: rows that say nothing are then not written again. */
function isWhollyTold(values: Record<string, unknown>): boolean {
  return Object.values(values).every((value) => value === null || value === "");
}

/** Leaves out the rows that stay. */
function staying({ end }: Claim): SQL | undefined {
  return end.with === "account" && end.stays ? not(end.stays()) : undefined;
}

function emptyValues({ fates }: Claim): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fates).flatMap(([name, fate]) => (becomes(fate) ? [[name, valueOf(fate)]] : [])),
  );
}

/** Whether a row still says something that can be told from nothing: neither null nor empty. */
function saysSomething({ table, fates }: Claim): SQL | undefined {
  const columns: Record<string, PgColumn> = getTableColumns(table);
  const still = Object.entries(fates).flatMap(([name, fate]) => {
    const column = columns[name];
    if (!column || !becomes(fate)) return [];
    return fate.becomes === null ? isNotNull(column) : fate.becomes === "" ? ne(column, "") : [];
  });
  return or(...still);
}

type Becoming = Extract<Fate, { becomes: unknown }>;

function becomes(fate: Fate): fate is Becoming {
  return typeof fate === "object" && "becomes" in fate;
}

function valueOf({ becomes: value }: Becoming): unknown {
  return typeof value === "function" ? (value as () => unknown)() : value;
}
