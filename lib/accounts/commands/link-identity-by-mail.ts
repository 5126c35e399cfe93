import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { mayMail } from "@/lib/letters/outbox/mail-limits";
import { post } from "@/lib/letters/outbox/post";
import type { Identity } from "../types/account";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { fullName } from "@/lib/shared/text";
import { isStillThere } from "../access/find-by-identifier";
import { formOfToday, hasAddress } from "../email/has-address";
import { franceConnect } from "../access/identities";
import { consumeToken, issueToken } from "../access/tokens";
import { linkTo, signInBy } from "./link-identity";

/**
 * Mails to an account the link that proves it, valid 30 minutes, for this identity alone. The same answer whether or not the
 * account exists: never refuses.
 */
export async function askIdentityLink(actor: Actor, { email }: { email: string }, identity: Identity) {
  const account = await findByEmail(email);
  // Counted for whoever is typed: a limit reached must not tell who has an account.
  const isMailAllowed = await mayMail(email, "anyone");
  return transact(actor, async ({ tx, record, unrecorded }) => {
    if (
      !account ||
      !isMailAllowed ||
      !(await isStillThere(tx, { id: account.id, email: account.email, status: "active" }))
    ) {
      unrecorded("no such account, or too many letters: nothing is written");
      return done(null);
    }
    const token = await issueToken(tx, account.id, "identity_link", identity.subjectHash);
    const recipient = { to: email, name: account.name, accountId: account.id, key: `account.identity:${token.id}` };
    await post(tx, "account.identity", { secret: token.secret }, recipient);
    await record("account.sign_in_link_asked", account.id, { by: franceConnect });
    return done(null);
  });
}

/**
 * Uses the link up: the mailbox proves the account, this browser proves the identity, and it must be the one for which the link
 * was asked. Links and signs in. Refuses `expired`, `used`, `unknown`, `other_browser`, `not_linkable`.
 */
export async function confirmIdentityLink(
  actor: Actor,
  { jeton }: { jeton: string },
  identity: Identity | null,
  device: string,
) {
  return transact(actor, async (work) => {
    const link = await consumeToken(work.tx, jeton, "identity_link");
    if (link.state !== "valid") return refuse(link.state);
    const { accountId, payload } = link.token;
    if (!identity || payload !== identity.subjectHash) return refuse("other_browser");
    if ((await linkTo(work, accountId, identity)) === "refused") return refuse("not_linkable");
    return done(await signInBy(actor, work, accountId, identity, device));
  });
}

async function findByEmail(email: string) {
  const [row] = await database()
    .select({ id: accounts.id, email: accounts.email, firstName: accounts.firstName, lastName: accounts.lastName })
    .from(accounts)
    .where(and(hasAddress(email), eq(accounts.status, "active")))
    .orderBy(formOfToday(email))
    .limit(1);
  return row?.email ? { id: row.id, email: row.email, name: fullName(row) } : null;
}
