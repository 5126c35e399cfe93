import { eq } from "drizzle-orm";
import { accountIdentities, accounts, accountSessions } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { queueMail } from "@/lib/kernel/outbox";
import { transact } from "@/lib/kernel/transact";
import type { AccountId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { makeDevicesStrangers } from "../device-epoch";
import { fullName } from "@/lib/shared/text";
import { freeAddress } from "../free-address";
import { emailReplacedMail, emailRestoredMail } from "../mails-access";
import { forgetSignInTries } from "../prove-password";
import { stopRecoveries, undoRecoveries } from "../stop-recoveries";
import { consumeToken, issueToken, mailboxPurposes, voidTokens } from "../tokens";
import { writeProfile } from "../write-profile";

/**
 * The way back after a change of address, or after a recovery that agents confirmed (F68): puts back the one that received the
 * link, and shuts out whoever had come in, by any door. A password is then chosen by the link mailed. Refuses `expired`, `used`, `unknown`, `taken`.
 */
export async function restoreEmail(actor: Actor, { jeton }: { jeton: string }) {
  return transact(actor, async ({ tx, record }) => {
    const link = await consumeToken(tx, jeton, "email_restore");
    if (link.state !== "valid") return refuse(link.state);
    const { id, accountId, email: replaced, payload: email, status, createdAt } = link.token;
    if (email === null || status !== "active") return refuse("unknown");
    if (!(await freeAddress(tx, email, accountId))) return refuse("taken");

    await writeProfile(tx, accountId, { email });
    const name = await shutOut(tx, accountId);
    await voidTokens(tx, accountId, mailboxPurposes);
    await stopRecoveries(tx, accountId);
    const undone = await undoRecoveries(tx, accountId, createdAt);
    // The ways back of later changes belong to who made them; those of earlier ones are still the owner's.
    await voidTokens(tx, accountId, ["email_restore"], createdAt);
    const reset = await issueToken(tx, accountId, "password_reset");
    const kind = "account.email_restored" as const;
    const content = emailRestoredMail(name, reset.secret);
    await queueMail(tx, { to: email, kind, accountId, key: `${kind}:${id}`, content });
    if (replaced !== email)
      await queueMail(tx, {
        to: replaced,
        kind,
        accountId,
        key: `${kind}:${id}:replaced`,
        content: emailReplacedMail(),
      });
    await record("account.email_restored", accountId);
    if (undone > 0) await record("account.recovery_undone", accountId, { recoveries: undone });
    return done(null);
  });
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
