import { and, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor, Citizen } from "@/lib/kernel/actor";
import { mayMail } from "@/lib/letters/outbox/mail-limits";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { takeAddressFromUnfinished } from "../email/take-address-from-unfinished";
import { findOwn } from "../access/find-own-account";
import { hasAddress } from "../email/has-address";
import { lockVerified } from "../access/lock-verified";
import { recallPassword } from "../access/prove-password";
import type { ChangeEmail } from "../schema/citizen";
import { hasAnnouncedRecovery } from "../recovery/stop-recoveries";
import { consumeToken, issueToken, mailboxPurposes, voidTokens } from "../access/tokens";
import { writeProfile } from "../profile/write-profile";

/**
 * Asks to change the address that signs in (F125): a link goes to the new one, a warning to the present one. An address that
 * already has an account is told by mail only. Refuses `wrong_password`, `same_email`, `too_many`, `delayed` (details.seconds), and
 * `recovery_waits` while agents are asked to change it (F68): whoever reads the present address stops that first.
 */
export async function askEmailChange(actor: Citizen, { email, currentPassword }: ChangeEmail) {
  const account = await findOwn(actor);
  const recalled = await recallPassword(actor, account.passwordHash, currentPassword);
  if (!recalled.ok) return recalled;
  if (account.email === email) return refuse("same_email");
  if (!(await mayMail(email, "change"))) return refuse("too_many");

  return transact(actor, async ({ tx, record }) => {
    if (!(await lockVerified(tx, actor.accountId, account.passwordHash))) return refuse("wrong_password");
    if (await hasAnnouncedRecovery(tx, actor.accountId)) return refuse("recovery_waits");
    const [taken] = await tx
      .select({ id: accounts.id, status: accounts.status })
      .from(accounts)
      .where(and(hasAddress(email), ne(accounts.status, "invited"), ne(accounts.id, actor.accountId)))
      .limit(1);
    const token = await issueToken(tx, actor.accountId, "email_change", email);
    // Who already has this address is the one who reads it.
    const accountId = taken?.id ?? actor.accountId;
    const recipient = { to: email, name: null, accountId, key: `account.email:${token.id}` };
    if (!taken) await post(tx, "account.email", { secret: token.secret }, recipient);
    // Nothing is mailed to an account that is frozen.
    else if (taken.status !== "frozen") await post(tx, "account.email_taken", {}, recipient);
    const owner = { to: account.email, name: account.name, accountId: actor.accountId };
    await post(tx, "account.email_warning", {}, { ...owner, key: `account.email_warning:${token.id}` });
    await record("account.email_change_asked", actor.accountId);
    return done(null);
  });
}

/**
 * Uses the link up: the new address signs in from now on, and the old one is told, with a way back. The letters it had
 * received open nothing any more. Refuses `expired`, `used`, `unknown`, `taken`, and `recovery_waits`, as above.
 */
export async function confirmEmailChange(actor: Actor, { jeton }: { jeton: string }) {
  return transact(actor, async ({ tx, record }) => {
    const link = await consumeToken(tx, jeton, "email_change");
    if (link.state !== "valid") return refuse(link.state);
    const { accountId, email: before, payload: email, status, id } = link.token;
    if (email === null || status !== "active") return refuse("unknown");
    if (await hasAnnouncedRecovery(tx, accountId)) return refuse("recovery_waits");
    if (!(await takeAddressFromUnfinished(tx, email, accountId))) return refuse("taken");
    await writeProfile(tx, accountId, { email });
    await voidTokens(tx, accountId, mailboxPurposes);
    const wayBack = await issueToken(tx, accountId, "email_restore", before);
    const recipient = { to: before, name: null, accountId, key: `account.email_changed:${id}` };
    await post(tx, "account.email_changed", { secret: wayBack.secret }, recipient);
    await record("account.email_changed", accountId);
    return done(null);
  });
}
