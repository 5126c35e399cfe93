import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { fullName } from "@/lib/shared/text";

/** Where to write to the owner, and the password to compare. Throws NotFound for an account no longer active. */
export async function findOwn(actor: Citizen) {
  const [row] = await database()
    .select({
      email: accounts.email,
      passwordHash: accounts.passwordHash,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
    })
    .from(accounts)
    .where(and(eq(accounts.id, actor.accountId), eq(accounts.status, "active")))
    .limit(1);
  if (!row?.email) throw new NotFound();
  return { email: row.email, passwordHash: row.passwordHash, name: fullName(row) };
}
