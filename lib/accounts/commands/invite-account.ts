import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { mayMail } from "@/lib/kernel/mail-limits";
import { queueMail } from "@/lib/kernel/outbox";
import { transact } from "@/lib/kernel/transact";
import { newId, type AccountId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { activationMail, alreadyRegisteredMail } from "../mails";
import type { InviteAccount } from "../schema";
import { issueToken } from "../tokens";
import { accountSearchText } from "../write-profile";

/**
 * First step of an account (F10, F11): the address receives a link valid 24 hours. Someone who already has an account
 * receives a letter that says so; the answer is the same, so that nobody learns who has one (F12). Never refuses.
 */
export async function inviteAccount(actor: Actor, { email, kind, returnTo }: InviteAccount) {
  const isMailAllowed = await mayMail(email, "anyone");
  return transact(actor, async ({ tx, record, unrecorded }) => {
    if (!isMailAllowed) {
      unrecorded("too many letters to this address: nothing is written");
      return done(null);
    }
    const account = await findOrInvite(tx, email, kind);
    const token = account.status === "invited" ? await issueToken(tx, account.id, "activation", returnTo) : null;
    const content = token ? activationMail(token.secret) : alreadyRegisteredMail();
    const key = `account.activation:${token?.id ?? `${account.id}:${clock.now().toISOString()}`}`;
    await queueMail(tx, { to: email, kind: "account.activation", accountId: account.id, key, content });
    await record("account.invited", account.id, { isNew: token !== null });
    return done(null);
  });
}

async function findOrInvite(tx: Tx, email: string, kind: InviteAccount["kind"]) {
  const searchText = accountSearchText({ email });
  const invited = {
    id: newId<AccountId>(),
    status: "invited",
    kind,
    email,
    searchText,
    createdAt: clock.now(),
  } as const;
  await tx.insert(accounts).values(invited).onConflictDoNothing({ target: accounts.email });
  const [account] = await tx
    .select({ id: accounts.id, status: accounts.status })
    .from(accounts)
    .where(eq(accounts.email, email))
    .for("update");
  if (!account) throw new Error("the account just invited is not there");
  if (account.status === "invited") await tx.update(accounts).set({ kind }).where(eq(accounts.id, account.id));
  return account;
}
