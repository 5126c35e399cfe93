import { eq } from "drizzle-orm";
import { accountIdentities, accounts, accountSessions } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { post } from "@/lib/letters/outbox/post";
import { transact, type Work } from "@/lib/kernel/transact";
import { findPortal } from "@/lib/organisation/queries/find-portal";
import type { AccountId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { makeDevicesStrangers } from "../access/device-epoch";
import { fullName } from "@/lib/shared/text";
import { takeAddressFromUnfinished } from "../email/take-address-from-unfinished";
import { freezeAccount } from "../recovery/freeze-account";
import { forgetSignInTries } from "../access/prove-password";
import { objectToRecoveries } from "../recovery/stop-recoveries";
import { consumeToken, issueToken, mailboxPurposes, voidTokens, type ReadToken } from "../access/tokens";
import { writeProfile } from "../profile/write-profile";

/**
 * The way back after a change of address: puts back the one that received the link, and shuts out whoever had come in, by any door; a password is then chosen by
 * the link mailed. Where agents gave the account its address, or are asked to (F68), nobody is believed: the account is frozen instead, nothing is put back, and
 * both parties come to the counter. Gives which. Refuses `expired`, `used`, `unknown`, `taken`.
 */
export async function restoreEmail(actor: Actor, { jeton }: { jeton: string }) {
  const { contact } = await findPortal();
  return transact(actor, async (work) => {
    const link = await consumeToken(work.tx, jeton, "email_restore");
    if (link.state !== "valid") return refuse(link.state);
    const { accountId, email: present, payload: email, status, createdAt } = link.token;
    if (email === null || status !== "active") return refuse("unknown");
    const dispute = await objectToRecoveries(work.tx, accountId, createdAt);
    if (dispute) {
      const { addresses, undone, stopped } = dispute;
      if (undone > 0) await work.record("account.recovery_undone", accountId, { recoveries: undone });
      if (stopped > 0) await work.record("account.recovery_stopped", accountId);
      await freezeAccount(work, accountId, [email, present, ...addresses], {
        kind: "account.frozen",
        facts: { contact },
      });
      return done("frozen" as const);
    }
    if (!(await takeAddressFromUnfinished(work.tx, email, accountId))) return refuse("taken");
    await putBack(work, link.token, email);
    return done("restored" as const);
  });
}

async function putBack({ tx, record }: Work, { id, accountId, email: replaced, createdAt }: ReadToken, email: string) {
  await writeProfile(tx, accountId, { email });
  const name = await shutOut(tx, accountId);
  await voidTokens(tx, accountId, mailboxPurposes);
  // The ways back of later changes belong to who made them; those of earlier ones are still the owner's.
  await voidTokens(tx, accountId, ["email_restore"], createdAt);
  const reset = await issueToken(tx, accountId, "password_reset");
  const key = `account.email_restored:${id}`;
  await post(tx, "account.email_restored", { secret: reset.secret }, { to: email, name, accountId, key });
  const other = { to: replaced, name: null, accountId, key: `${key}:replaced` };
  if (replaced !== email) await post(tx, "account.email_replaced", {}, other);
  await record("account.email_restored", accountId);
}

/** Password, sessions and linked identities: whatever somebody else may hold opens nothing. Returns the owner's name. */
async function shutOut(tx: Tx, accountId: AccountId): Promise<string> {
  const [account] = await tx
    .update(accounts)
    .set({ passwordHash: null })
    .where(eq(accounts.id, accountId))
    .returning({ firstName: accounts.firstName, lastName: accounts.lastName });
  await tx.delete(accountSessions).where(eq(accountSessions.accountId, accountId));
  await tx.delete(accountIdentities).where(eq(accountIdentities.accountId, accountId));
  await makeDevicesStrangers(tx, accountId);
  await forgetSignInTries(tx, accountId);
  return account ? fullName(account) : "";
}
