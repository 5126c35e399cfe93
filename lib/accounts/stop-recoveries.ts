import { and, eq, gte } from "drizzle-orm";
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

/** The old address takes the account back: recoveries confirmed since its link was given did not hold. Gives how many. */
export async function undoRecoveries(tx: Tx, accountId: AccountId, since: Date): Promise<number> {
  const undone = await tx
    .update(accountRecoveries)
    .set({ state: "undone", undoneAt: clock.now() })
    .where(
      and(
        eq(accountRecoveries.accountId, accountId),
        eq(accountRecoveries.state, "confirmed"),
        gte(accountRecoveries.decidedAt, since),
      ),
    )
    .returning({ id: accountRecoveries.id });
  return undone.length;
}

/** Whether agents are deciding who the owner is (F68): until then nothing that cannot be undone is done in their name. */
export async function hasWaitingRecovery(tx: Tx, accountId: AccountId): Promise<boolean> {
  const waiting = and(eq(accountRecoveries.accountId, accountId), eq(accountRecoveries.state, "asked"));
  return (await tx.select({ id: accountRecoveries.id }).from(accountRecoveries).where(waiting).limit(1)).length > 0;
}
