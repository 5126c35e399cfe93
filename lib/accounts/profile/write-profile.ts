import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Tx } from "@/lib/kernel/database";
import { nameSearchText } from "@/lib/shared/search-text";
import type { AccountId } from "@/lib/shared/ids";
import type { HeldColumn } from "../rules/held-columns";

type Columns = Pick<
  typeof accounts.$inferInsert,
  HeldColumn | "phone" | "mobile" | "preferredContact" | "username" | "email"
>;

/** The only writer of what an account says of its person: keeps what agents search in step. In the caller's transaction. */
export async function writeProfile(tx: Tx, accountId: AccountId, changes: Partial<Columns>): Promise<void> {
  const [known] = await tx
    .select({
      firstName: accounts.firstName,
      lastName: accounts.lastName,
      username: accounts.username,
      email: accounts.email,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("update");
  if (!known) return;
  const searchText = accountSearchText({ ...known, ...changes });
  await tx
    .update(accounts)
    .set({ ...changes, searchText })
    .where(eq(accounts.id, accountId));
}

type Named = Pick<typeof accounts.$inferInsert, "firstName" | "lastName" | "username" | "email">;

/** Name, identifiant and address, folded, on one line: what `/admin/comptes` searches. */
export function accountSearchText({ firstName, lastName, username, email }: Named): string {
  return nameSearchText([firstName, lastName, username, email]);
}
