import { eq, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { Invariant } from "@/lib/kernel/errors";
import type { Tx } from "@/lib/kernel/database";
import type { DeviceOwner } from "@/lib/proofs/known-devices";
import type { AccountId } from "@/lib/shared/ids";

/** Every browser that signed in to the account is a stranger again. Gives what makes the present one known, where there is one. */
export async function makeDevicesStrangers(tx: Tx, accountId: AccountId): Promise<DeviceOwner> {
  const [owner] = await tx
    .update(accounts)
    .set({ deviceEpoch: sql`${accounts.deviceEpoch} + 1` })
    .where(eq(accounts.id, accountId))
    .returning({ id: accounts.id, deviceEpoch: accounts.deviceEpoch });
  if (!owner) throw new Invariant("the account is there");
  return owner;
}
