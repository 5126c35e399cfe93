import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import type { Identity } from "../types/account";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { findIdentityOwner, franceConnect, openIdentitySession } from "../access/identities";

/**
 * Signs in the account that this identity is linked to (X1): a new session. Refuses `unknown` when it is linked to none,
 * `closed` when that account is not active.
 */
export async function signInWithIdentity(actor: Actor, identity: Identity, device: string) {
  return transact(actor, async ({ tx, record }) => {
    const accountId = await findIdentityOwner(tx, identity.subjectHash);
    if (!accountId) return refuse("unknown");
    const [account] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, accountId), eq(accounts.status, "active")))
      .for("update");
    if (!account) return refuse("closed");
    // Perhaps unlinked while we waited for the account.
    if ((await findIdentityOwner(tx, identity.subjectHash)) !== accountId) return refuse("unknown");
    const session = await openIdentitySession(tx, accountId, device, identity);
    await record("account.signed_in", accountId, { by: franceConnect });
    return done(session);
  });
}
