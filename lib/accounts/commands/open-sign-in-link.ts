import type { Actor } from "@/lib/kernel/actor";
import { mayMail } from "@/lib/letters/outbox/mail-limits";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { findByIdentifier, isStillThere } from "../access/find-by-identifier";
import { forgetNameTries } from "../access/prove-password";
import { consumeToken, issueToken } from "../access/tokens";
import { enterAccount } from "./sign-in";

/**
 * Mails a link valid 10 minutes that signs in without a password; to an account not finished, the link that finishes it.
 * `returnTo`: a path of ours to open afterwards. The same answer whether or not the account exists: never refuses.
 */
export async function askSignInLink(actor: Actor, { identifier, returnTo }: { identifier: string; returnTo?: string }) {
  const account = await findByIdentifier(identifier);
  // Counted for whoever is typed: a limit reached must not tell who has an account.
  const isMailAllowed = await mayMail(account?.email ?? identifier, "anyone");
  return transact(actor, async ({ tx, record, unrecorded }) => {
    if (!account || !isMailAllowed || !(await isStillThere(tx, account))) {
      unrecorded("no such account, or too many letters: nothing is written");
      return done(null);
    }
    const isInvited = account.status === "invited";
    const token = await issueToken(tx, account.id, isInvited ? "activation" : "sign_in", returnTo);
    const recipient = { to: account.email, accountId: account.id, key: `account.sign_in_link:${token.id}` };
    const { secret } = token;
    if (isInvited) await post(tx, "account.activation", { secret }, { ...recipient, name: null });
    else await post(tx, "account.sign_in_link", { secret }, { ...recipient, name: account.name });
    await record("account.sign_in_link_asked", account.id);
    return done(null);
  });
}

/**
 * Signs in by the link received, which is used up. Failures on the password neither prevent it nor count any more.
 * Refuses `expired`, `used`, `unknown`; an account that is not active is `unknown`.
 */
export async function openSignInLink(actor: Actor, { jeton }: { jeton: string }, device: string) {
  return transact(actor, async ({ tx, record }) => {
    const link = await consumeToken(tx, jeton, "sign_in");
    if (link.state !== "valid") return refuse(link.state);
    const { accountId, status, payload } = link.token;
    if (status !== "active") return refuse("unknown");
    const session = await enterAccount(tx, actor, accountId, device);
    await forgetNameTries(tx, accountId);
    await record("account.signed_in", accountId, { by: "link" });
    return done({ session, returnTo: payload });
  });
}
