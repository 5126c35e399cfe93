import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { requireStaff } from "@/lib/kernel/staff";
import type { AccountId } from "@/lib/shared/ids";
import { fullName } from "@/lib/shared/text";

/** The account that a member of staff acts on, its row locked. Throws NotFound to anybody else, and for an account erased. */
export async function lockForStaff(tx: Tx, actor: Actor, accountId: AccountId) {
  requireStaff(actor);
  const [row] = await tx
    .select({
      id: accounts.id,
      status: accounts.status,
      validation: accounts.validation,
      pendingProfile: accounts.pendingProfile,
      suspendedAt: accounts.suspendedAt,
      frozenParties: accounts.frozenParties,
      email: accounts.email,
      username: accounts.username,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("update");
  if (!row?.email || row.status === "deleted") throw new NotFound();
  return {
    ...row,
    email: row.email,
    name: fullName(row),
    hasPendingChanges: row.pendingProfile !== null,
  };
}
