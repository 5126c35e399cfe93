import { and, eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/accounts";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";

/** Whoever changes the address by its mailbox has not lost it: a recovery that waits (F68) has no reason any more. */
export async function stopRecoveries(tx: Tx, accountId: AccountId): Promise<void> {
  await tx
    .update(accountRecoveries)
    .set({ state: "stopped", decidedAt: clock.now() })
    .where(and(eq(accountRecoveries.accountId, accountId), eq(accountRecoveries.state, "asked")));
}
