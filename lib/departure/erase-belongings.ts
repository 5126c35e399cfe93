import { and, eq, inArray, not, sql, type SQL } from "drizzle-orm";
import {
  accountExports,
  accountIdentities,
  accountRecoveries,
  accountSessions,
  accountTokens,
} from "@/db/schema/accounts";
import { notifications } from "@/db/schema/notifications";
import { relations } from "@/db/schema/relations";
import { walletDocuments, walletFiles } from "@/db/schema/wallet";
import type { Tx } from "@/lib/kernel/database";
import { forgetBlobs } from "@/lib/files/vault";
import type { AccountId } from "@/lib/shared/ids";

/**
 * What belongs to accounts and to nothing else. The bytes of the files follow by the worker. Of the links, the one that
 * asked for the deletion stays a month, emptied: opened again, it says that it has served.
 */
export async function eraseBelongings(tx: Tx, accountIds: readonly AccountId[]): Promise<void> {
  const ids = [...accountIds];
  await eraseFiles(tx, ids);
  await tx.delete(walletDocuments).where(inArray(walletDocuments.accountId, ids));
  await tx.delete(relations).where(inArray(relations.accountId, ids));
  await tx.delete(notifications).where(inArray(notifications.accountId, ids));
  await tx.delete(accountSessions).where(inArray(accountSessions.accountId, ids));
  await tx.delete(accountIdentities).where(inArray(accountIdentities.accountId, ids));
  await tx.delete(accountRecoveries).where(inArray(accountRecoveries.accountId, ids));
  const links = inArray(accountTokens.accountId, ids);
  await tx.delete(accountTokens).where(and(links, not(hasServed())));
  await tx.update(accountTokens).set({ payload: null }).where(links);
}

/** The link that asked for the deletion, and was followed. */
export function hasServed(): SQL {
  return sql`(${accountTokens.purpose} = 'account_deletion' and ${accountTokens.consumedAt} is not null)`;
}

async function eraseFiles(tx: Tx, ids: AccountId[]): Promise<void> {
  const ofWallet = await tx
    .select({ storageKey: walletFiles.storageKey })
    .from(walletFiles)
    .innerJoin(walletDocuments, eq(walletDocuments.id, walletFiles.documentId))
    .where(inArray(walletDocuments.accountId, ids));
  const ofExports = await tx
    .delete(accountExports)
    .where(inArray(accountExports.accountId, ids))
    .returning({ storageKey: accountExports.storageKey });
  await forgetBlobs(
    tx,
    [...ofWallet, ...ofExports].flatMap(({ storageKey }) => storageKey ?? []),
  );
}
