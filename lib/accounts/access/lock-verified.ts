import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Tx } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";

/**
 * Whether the password that was compared is still the account's, the row locked: comparing takes time, and meanwhile the owner
 * may have changed it, or somebody may have ended the account.
 */
export async function lockVerified(tx: Tx, accountId: AccountId, passwordHash: string | null): Promise<boolean> {
  if (passwordHash === null) return false;
  const isSame = and(
    eq(accounts.id, accountId),
    eq(accounts.status, "active"),
    eq(accounts.passwordHash, passwordHash),
  );
  const rows = await tx.select({ id: accounts.id }).from(accounts).where(isSame).for("update");
  return rows.length > 0;
}
