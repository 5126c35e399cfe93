import { and, eq, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Tx } from "@/lib/kernel/database";
import { forgetMailsOf } from "@/lib/letters/outbox/forget-mails";
import type { AccountId } from "@/lib/shared/ids";
import { hasAddress } from "./has-address";

/**
 * Whether the account may take an address whose mailbox was just proved. An account active, or suspended, keeps it; an
 * invitation that nobody confirmed is erased: else typing somebody's address at /inscription would keep its owner out.
 */
export async function takeAddressFromUnfinished(tx: Tx, email: string, accountId: AccountId): Promise<boolean> {
  const holders = await tx
    .select({ id: accounts.id, status: accounts.status })
    .from(accounts)
    .where(and(hasAddress(email), ne(accounts.id, accountId)))
    .for("update");
  if (holders.some(({ status }) => status !== "invited")) return false;
  for (const { id } of holders) {
    await forgetMailsOf(tx, [id]);
    await tx.delete(accounts).where(eq(accounts.id, id));
  }
  return true;
}
