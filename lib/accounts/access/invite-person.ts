import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import { post } from "@/lib/letters/outbox/post";
import type { Work } from "@/lib/kernel/transact";
import { newId, type AccountId } from "@/lib/shared/ids";
import { formOfToday, hasAddress } from "../email/has-address";
import type { InviteAccount } from "../schema/citizen";
import { issueToken } from "./tokens";
import { accountSearchText } from "../profile/write-profile";

/**
 * Sends the link that creates an account, in the caller's transaction; somebody who has one is told so, at their address alone (F12).
 * Whoever calls it bounds the letters that one address receives. Nothing is mailed to an account that is frozen: false.
 */
export async function invite(
  { tx, record }: Pick<Work, "tx" | "record">,
  { email, kind, returnTo }: InviteAccount,
): Promise<boolean> {
  const account = await findOrInvite(tx, email, kind);
  if (account.status === "frozen") return false;
  const token = account.status === "invited" ? await issueToken(tx, account.id, "activation", returnTo) : null;
  const key = `account.activation:${token?.id ?? `${account.id}:${clock.now().toISOString()}`}`;
  const recipient = { to: email, name: null, accountId: account.id, key };
  if (token) await post(tx, "account.activation", { secret: token.secret }, recipient);
  else await post(tx, "account.already_registered", { path: joins(returnTo) }, recipient);
  await record("account.invited", account.id, { isNew: token !== null });
  return true;
}

/** Where an account that exists joins what was filed without it: a page that signs in first. */
function joins(path: string | undefined): string {
  return path?.startsWith("/suivi/") ? path : "/connexion";
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
  if (!(await lockHolder(tx, email)))
    await tx.insert(accounts).values(invited).onConflictDoNothing({ target: accounts.email });
  const account = await lockHolder(tx, email);
  if (!account) throw new Invariant("the account just invited is not there");
  if (account.status === "invited") await tx.update(accounts).set({ kind }).where(eq(accounts.id, account.id));
  return account;
}

async function lockHolder(tx: Tx, email: string) {
  const [account] = await tx
    .select({ id: accounts.id, status: accounts.status })
    .from(accounts)
    .where(hasAddress(email))
    .orderBy(formOfToday(email))
    .limit(1)
    .for("update");
  return account ?? null;
}
