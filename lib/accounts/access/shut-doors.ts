import { eq } from "drizzle-orm";
import { accountIdentities, accounts } from "@/db/schema/accounts";
import type { Tx } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";
import type { TokenPurpose } from "@/lib/vocabulary/tokens";
import { endAccess } from "./end-access";

/**
 * Password, identities, sessions, browsers and links: whatever somebody else may hold of the account opens nothing any more, save the links of
 * `kept`. Whoever reads a mailbox may know the password.
 */
export async function shutDoors(tx: Tx, accountId: AccountId, kept: readonly TokenPurpose[]): Promise<void> {
  await tx.delete(accountIdentities).where(eq(accountIdentities.accountId, accountId));
  await tx.update(accounts).set({ passwordHash: null }).where(eq(accounts.id, accountId));
  await endAccess(tx, accountId, kept);
}
