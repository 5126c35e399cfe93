import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { database } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";

/** What a password of this account must not contain. */
export async function findPersonalWords(accountId: AccountId): Promise<string[]> {
  const [row] = await database()
    .select({
      email: accounts.email,
      username: accounts.username,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .limit(1);
  return Object.values(row ?? {}).filter((word) => word !== null);
}
