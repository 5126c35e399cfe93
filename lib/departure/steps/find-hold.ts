import type { Reader } from "@/lib/kernel/database";
import { hasWaitingRecovery } from "@/lib/accounts/recovery/stop-recoveries";
import { endOfLiveToken } from "@/lib/accounts/access/tokens";
import type { AccountId } from "@/lib/shared/ids";
import type { DepartureHold } from "../types";

/**
 * What holds an account back for now; null when it may go. While the old address may take the account back, whoever stole it
 * must not erase it first; nor while agents were asked to give it another address.
 */
export async function findHold(reader: Reader, accountId: AccountId): Promise<DepartureHold | null> {
  const until = await endOfLiveToken(reader, accountId, "email_restore");
  if (until) return { reason: "email_just_changed", until };
  return (await hasWaitingRecovery(reader, accountId)) ? { reason: "recovery_waits", until: null } : null;
}
