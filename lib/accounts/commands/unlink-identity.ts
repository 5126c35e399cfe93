import { and, eq } from "drizzle-orm";
import { accountIdentities, accounts } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { newId, type MailId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { fullName } from "@/lib/shared/text";
import { franceConnect } from "../access/identities";

/** FranceConnect opens the account no more; a letter says so. Refuses `not_linked`, and `no_password` when nothing else would open it. */
export async function unlinkIdentity(actor: Citizen) {
  return transact(actor, async ({ tx, record }) => {
    const [account] = await tx
      .select({
        email: accounts.email,
        hasPassword: accounts.passwordHash,
        firstName: accounts.firstName,
        lastName: accounts.lastName,
      })
      .from(accounts)
      .where(and(eq(accounts.id, actor.accountId), eq(accounts.status, "active")))
      .for("update");
    if (!account?.email) throw new NotFound();
    if (account.hasPassword === null) return refuse("no_password");
    const gone = await tx
      .delete(accountIdentities)
      .where(and(eq(accountIdentities.accountId, actor.accountId), eq(accountIdentities.provider, franceConnect)))
      .returning({ accountId: accountIdentities.accountId });
    if (gone.length === 0) return refuse("not_linked");
    const { accountId } = actor;
    const key = `account.identity:${newId<MailId>()}`;
    await post(tx, "account.identity_unlinked", {}, { to: account.email, name: fullName(account), accountId, key });
    await record("account.identity_unlinked", actor.accountId);
    return done(null);
  });
}
