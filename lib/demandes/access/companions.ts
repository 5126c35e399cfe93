import { and, eq, inArray, isNotNull, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import type { Tx } from "@/lib/kernel/database";
import type { Work } from "@/lib/kernel/transact";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { joinAccount } from "./join-account";

/**
 * What was filed with a demande (decision 033), without account, and is still written to at the same address: the letter of one
 * opens them all, and whoever proves that address takes them all.
 */
async function companionIds(tx: Tx, demandeId: DemandeId, which: SQL | undefined): Promise<DemandeId[]> {
  const filing = sql`(select one.filing_id from ${demandes} one where one.id = ${demandeId})`;
  const contact = sql`(select one.contact_hash from ${demandes} one where one.id = ${demandeId})`;
  const rows = await tx
    .select({ id: demandes.id })
    .from(demandes)
    .where(
      and(
        eq(demandes.filingId, filing),
        ne(demandes.id, demandeId),
        eq(demandes.contactHash, contact),
        isNull(demandes.anonymisedAt),
        which,
      ),
    )
    .orderBy(demandes.id);
  return rows.map(({ id }) => id);
}

/** Those that a link still opens: in no account, or in one since. */
export async function followedTogether(tx: Tx, demandeId: DemandeId): Promise<DemandeId[]> {
  return companionIds(tx, demandeId, or(isNull(demandes.accountId), isNotNull(demandes.claimedAt)));
}

/** Those that are in no account, locked with the demande in the order of the identifiers, before any of them is: two people at once never wait for each other. */
export async function lockTogether(tx: Tx, demandeId: DemandeId): Promise<DemandeId[]> {
  const others = await companionIds(tx, demandeId, isNull(demandes.accountId));
  if (others.length === 0) return [];
  const locked = await tx
    .select({ id: demandes.id, accountId: demandes.accountId })
    .from(demandes)
    .where(inArray(demandes.id, [demandeId, ...others]))
    .orderBy(demandes.id)
    .for("update");
  return locked.filter(({ id, accountId }) => id !== demandeId && accountId === null).map(({ id }) => id);
}

/**
 * A demande proved to be theirs (`proof` says how) is in this account from now on, and so are `others`: what was filed with it, as
 * `lockTogether` gave it before the demande was judged. A line of the journal for each.
 */
export async function joinTogether(
  { tx, record }: Pick<Work, "tx" | "record">,
  demande: { id: DemandeId; status: DemandeStatus },
  others: readonly DemandeId[],
  { accountId, proof }: { accountId: AccountId; proof: "link" | "address" | "invitation" },
): Promise<void> {
  await joinAccount(tx, demande, accountId);
  await record("demande.claimed", demande.id, { proof });
  for (const id of others) {
    await joinAccount(tx, { id, status: "pending" }, accountId);
    await record("demande.claimed", id, { proof: "together" });
  }
}
