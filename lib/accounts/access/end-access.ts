import { eq } from "drizzle-orm";
import { accountSessions } from "@/db/schema/accounts";
import type { Tx } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";
import type { TokenPurpose } from "@/lib/vocabulary/tokens";
import { makeDevicesStrangers } from "./device-epoch";
import { voidTokens } from "./tokens";

/** Ends every session, makes every known browser a stranger, and voids the links on their way save those of `kept`. The next request already finds nothing. */
export async function endAccess(tx: Tx, accountId: AccountId, kept: readonly TokenPurpose[]): Promise<void> {
  await tx.delete(accountSessions).where(eq(accountSessions.accountId, accountId));
  await makeDevicesStrangers(tx, accountId);
  await voidTokens(tx, accountId, { except: kept });
}
