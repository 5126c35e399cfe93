import { eq, or } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { database } from "@/lib/kernel/database";
import { fullName } from "@/lib/shared/text";

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
    .where(or(eq(accounts.email, identifier), eq(accounts.username, identifier)))
    .limit(1);
  if (!row || row.email === null || (row.status !== "active" && row.status !== "invited")) return null;
  const { id, status, email, deviceEpoch } = row;
  return { id, status, email, deviceEpoch, name: fullName(row) };
}
