import { and, eq } from "drizzle-orm";
import { accounts, accountSessions } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { findDevice, type KnownDevice } from "@/lib/proofs/known-devices";
import { mayMail } from "@/lib/letters/outbox/mail-limits";
import { post } from "@/lib/letters/outbox/post";
import { hashPassword } from "@/lib/proofs/password";
import { passwordProblem } from "@/lib/proofs/password-policy";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { makeDevicesStrangers } from "../access/device-epoch";
import { fullName } from "@/lib/shared/text";
import { findByIdentifier, isStillThere } from "../access/find-by-identifier";
import { hasIdentity } from "../access/identities";
import { findPersonalWords } from "../access/personal-words";
import { forgetSignInTries } from "../access/prove-password";
import type { NewPassword } from "../schema/citizen";
import { consumeToken, issueToken, mailboxPurposes, readToken, voidTokens } from "../access/tokens";

/**
 * Mails a link valid 30 minutes to choose a new password (T3). The same answer whether or not the account exists: never refuses.
 * `known`: the accounts to which this browser signed in before; strangers never use up the letters of its owner.
 */
export async function askPasswordReset(
  actor: Actor,
  { identifier }: { identifier: string },
  known: readonly KnownDevice[] = [],
) {
  const account = await findByIdentifier(identifier);
  const device = account ? findDevice(known, account)?.device : undefined;
  // Counted for whoever is typed: a limit reached must not tell who has an account.
  const isMailAllowed = await mayMail(account?.email ?? identifier, "reset", device);
  return transact(actor, async ({ tx, record, unrecorded }) => {
    if (!account || !isMailAllowed || !(await isStillThere(tx, account))) {
      unrecorded("no such account, or too many letters: nothing is written");
      return done(null);
    }
    const isInvited = account.status === "invited";
    const token = await issueToken(tx, account.id, isInvited ? "activation" : "password_reset");
    const recipient = { to: account.email, accountId: account.id, key: `account.password:${token.id}` };
    const { secret } = token;
    if (isInvited) await post(tx, "account.activation", { secret }, { ...recipient, name: null });
    else await post(tx, "account.password", { secret }, { ...recipient, name: account.name });
    await record("account.password_reset_asked", account.id);
    return done(null);
  });
}

/**
 * Sets the new password by the link received, ends every session and every other link (a change of address that somebody
 * else began included), and says so by mail. Earlier failures no longer delay. Tells whether FranceConnect still opens it.
 * Refuses `weak_password`, and `expired`, `used`, `unknown` for the link.
 */
export async function resetPassword(actor: Actor, { jeton, password }: NewPassword) {
  const link = await readToken(jeton, "password_reset");
  if (link.state !== "valid") return refuse(link.state);
  const problem = await passwordProblem(password, await findPersonalWords(link.token.accountId));
  if (problem) return refuse("weak_password", { password: problem });
  const passwordHash = await hashPassword(password);

  return transact(actor, async ({ tx, record }) => {
    const consumed = await consumeToken(tx, jeton, "password_reset");
    if (consumed.state !== "valid") return refuse(consumed.state);
    const { accountId, email, id } = consumed.token;
    const [account] = await tx
      .update(accounts)
      .set({ passwordHash })
      .where(and(eq(accounts.id, accountId), eq(accounts.status, "active")))
      .returning({ firstName: accounts.firstName, lastName: accounts.lastName });
    if (!account) return refuse("unknown");
    await tx.delete(accountSessions).where(eq(accountSessions.accountId, accountId));
    await voidTokens(tx, accountId, mailboxPurposes);
    await makeDevicesStrangers(tx, accountId);
    await forgetSignInTries(tx, accountId);
    const isIdentityLinked = await hasIdentity(tx, accountId);
    const recipient = { to: email, name: fullName(account), accountId, key: `account.password_changed:${id}` };
    await post(tx, "account.password_changed", { isIdentityLinked }, recipient);
    await record("account.password_changed", accountId, { by: "link" });
    return done({ isIdentityLinked });
  });
}
