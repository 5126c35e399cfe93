import { and, eq, or } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { database, type Tx } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";
import { fullName } from "@/lib/shared/text";
import { formOfToday, hasAddress } from "../email/has-address";

/** Who may receive a letter of access, by e-mail or identifiant: an account active, or not finished yet; null otherwise. */
export async function findByIdentifier(identifier: string) {
  const [row] = await database()
    .select({
      id: accounts.id,
      status: accounts.status,
      email: accounts.email,
      deviceEpoch: accounts.deviceEpoch,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
    })
    .from(accounts)
    .where(or(hasAddress(identifier), eq(accounts.username, identifier)))
    .orderBy(formOfToday(identifier))
    .limit(1);
  if (!row || row.email === null || (row.status !== "active" && row.status !== "invited")) return null;
  const { id, status, email, deviceEpoch } = row;
  return { id, status, email, deviceEpoch, name: fullName(row) };
}

/**
 * In the transaction that writes the letter, the row locked: whether the account is what was found. A recovery or a change of
 * address may have ended meanwhile, and the letter would go to whom it shut out.
 */
export async function isStillThere(
  tx: Tx,
  { id, email, status }: { id: AccountId; email: string; status: "active" | "invited" },
): Promise<boolean> {
  const same = and(eq(accounts.id, id), eq(accounts.email, email), eq(accounts.status, status));
  return (await tx.select({ id: accounts.id }).from(accounts).where(same).for("update")).length > 0;
}
