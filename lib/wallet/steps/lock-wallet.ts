import { and, eq, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { walletDocuments, walletFiles } from "@/db/schema/wallet";
import type { Citizen } from "@/lib/kernel/actor";
import type { Reader, Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { AccountId, WalletDocumentId } from "@/lib/shared/ids";

/** Whoever adds to a wallet waits here, so that the limits hold whatever arrives at once. */
export async function lockWallet(tx: Tx, actor: Citizen): Promise<void> {
  const [account] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.id, actor.accountId))
    .for("update");
  if (!account) throw new NotFound();
}

/** Throws NotFound for a piece that is absent or somebody else's. */
export async function ownDocument(tx: Tx, actor: Citizen, documentId: WalletDocumentId): Promise<void> {
  const [found] = await tx
    .select({ id: walletDocuments.id })
    .from(walletDocuments)
    .where(and(eq(walletDocuments.id, documentId), eq(walletDocuments.accountId, actor.accountId)))
    .for("update");
  if (!found) throw new NotFound();
}

/** Bytes that a wallet holds. */
export async function bytesUsed(reader: Reader, accountId: AccountId): Promise<number> {
  const [row] = await reader
    .select({ used: sql<string>`coalesce(sum(${walletFiles.size}), 0)` })
    .from(walletFiles)
    .innerJoin(walletDocuments, eq(walletDocuments.id, walletFiles.documentId))
    .where(eq(walletDocuments.accountId, accountId));
  return Number(row?.used ?? 0);
}
