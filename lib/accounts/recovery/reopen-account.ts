import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";
import { shutDoors } from "../access/shut-doors";
import { issueToken } from "../access/tokens";

/**
 * A frozen account, locked, is its owner's again: nothing that was held of it opens it, and the link of a new password is given (its secret) for
 * whichever address the account has. Somebody came to the counter: it is as if they had signed in.
 */
export async function reopenAccount(tx: Tx, accountId: AccountId): Promise<string> {
  const now = clock.now();
  await shutDoors(tx, accountId, []);
  await tx
    .update(accounts)
    .set({ status: "active", frozenAt: null, frozenParties: null, reopenedAt: now, lastSeenAt: now, idleNotices: 0 })
    .where(eq(accounts.id, accountId));
  return (await issueToken(tx, accountId, "password_reset")).secret;
}
