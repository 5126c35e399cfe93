import { and, eq, gt, isNull, notInArray } from "drizzle-orm";
import { accountSessions, accountTokens } from "@/db/schema/accounts";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";
import type { TokenPurpose } from "@/lib/vocabulary/tokens";
import { makeDevicesStrangers } from "./device-epoch";

/** Ends every session, makes every known browser a stranger, and voids the links on their way save those of `kept`. The next request already finds nothing. */
export async function endAccess(tx: Tx, accountId: AccountId, kept: readonly TokenPurpose[]): Promise<void> {
  const now = clock.now();
  await tx.delete(accountSessions).where(eq(accountSessions.accountId, accountId));
  await makeDevicesStrangers(tx, accountId);
  await tx
    .update(accountTokens)
    .set({ expiresAt: now })
    .where(
      and(
        eq(accountTokens.accountId, accountId),
        isNull(accountTokens.consumedAt),
        gt(accountTokens.expiresAt, now),
        notInArray(accountTokens.purpose, [...kept]),
      ),
    );
}
