import { and, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Tx } from "@/lib/kernel/database";
import { hasAddress } from "./has-address";

/** Whether a person already signs in with this address. An inscription never finished does not count: it holds nothing. */
export async function isAddressTaken(tx: Tx, email: string): Promise<boolean> {
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(hasAddress(email), ne(accounts.status, "invited")))
    .limit(1);
  return rows.length > 0;
}
