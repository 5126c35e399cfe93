import { and, eq, ne } from "drizzle-orm";
import { accounts, accountSessions } from "@/db/schema/accounts";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { post } from "@/lib/letters/outbox/post";
import { hashPassword } from "@/lib/proofs/password";
import { passwordProblem } from "@/lib/proofs/password-policy";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { makeDevicesStrangers } from "../access/device-epoch";
import { findOwn } from "../access/find-own-account";
import { hasIdentity } from "../access/identities";
import { lockVerified } from "../access/lock-verified";
import { findPersonalWords } from "../access/personal-words";
import { recallPassword } from "../access/prove-password";
import type { ChangePassword } from "../schema/citizen";
import { mailboxPurposes, voidTokens } from "../access/tokens";
import { renewAccountSession } from "./open-session";

/**
 * Changes the password after recalling the present one (F123), ends the other sessions and every link, and says so by mail. The
 * present one goes on under a new secret, given back for the browser, which alone is still known. Refuses `wrong_password`,
 * `weak_password` (details.password), `delayed` (details.seconds).
 */
export async function changePassword(actor: Citizen, { currentPassword, password }: ChangePassword) {
  const account = await findOwn(actor);
  const recalled = await recallPassword(actor, account.passwordHash, currentPassword);
  if (!recalled.ok) return recalled;
  const problem = await passwordProblem(password, await findPersonalWords(actor.accountId));
  if (problem) return refuse("weak_password", { password: problem });
  const passwordHash = await hashPassword(password);

  return transact(actor, async ({ tx, record }) => {
    if (!(await lockVerified(tx, actor.accountId, account.passwordHash))) return refuse("wrong_password");
    await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, actor.accountId));
    const owner = await makeDevicesStrangers(tx, actor.accountId);
    await voidTokens(tx, actor.accountId, mailboxPurposes);
    await tx
      .delete(accountSessions)
      .where(and(eq(accountSessions.accountId, actor.accountId), ne(accountSessions.id, actor.sessionId)));
    const secret = await renewAccountSession(tx, actor.sessionId);
    const eventKey = `account.password_changed:${actor.accountId}:${clock.now().toISOString()}`;
    const isIdentityLinked = await hasIdentity(tx, actor.accountId);
    const recipient = { to: account.email, name: account.name, accountId: actor.accountId, key: eventKey };
    await post(tx, "account.password_changed", { isIdentityLinked }, recipient);
    await record("account.password_changed", actor.accountId, { by: "owner" });
    return done({ secret, owner });
  });
}
