import { and, eq, or } from "drizzle-orm";
import { accounts, accountSessions } from "@/db/schema/accounts";
import type { Actor, Citizen } from "@/lib/kernel/actor";
import { database, type Reader, type Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { KnownDevice } from "@/lib/proofs/known-devices";
import { post } from "@/lib/letters/outbox/post";
import { transact, type Work } from "@/lib/kernel/transact";
import { newId, type AccountId, type MailId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { fullName } from "@/lib/shared/text";
import { attachIdentity, franceConnect, openIdentitySession, type Attached } from "../access/identities";
import { formOfToday, hasAddress } from "../email/has-address";
import { lockVerified } from "../access/lock-verified";
import { provePassword, recallPassword, settleTries } from "../access/prove-password";
import type { LinkIdentity } from "../schema/identity";
import type { Identity } from "../types/account";
import type { SignIn } from "../schema/citizen";

/**
 * Links an identity to the account of who is signed in, the password recalled; a letter says so.
 * Refuses `wrong_password`, `delayed` (details.seconds), and `not_linkable` when either already has another.
 */
export async function linkIdentity(actor: Citizen, { currentPassword }: LinkIdentity, identity: Identity) {
  const account = await findActive(database(), eq(accounts.id, actor.accountId));
  if (!account) throw new NotFound();
  const proved = await recallPassword(actor, account.passwordHash, currentPassword);
  if (!proved.ok) return proved;
  return transact(actor, async (work) => {
    if (!(await lockVerified(work.tx, account.id, account.passwordHash))) return refuse("wrong_password");
    const attached = await linkTo(work, account.id, identity);
    if (attached === "refused") return refuse("not_linkable");
    if (attached === "already") work.unrecorded("it was linked before: sent twice, it is told once");
    return done(null);
  });
}

/**
 * Links an identity to an account proved by its password, and signs in: never because two addresses are equal. An unknown
 * account and a wrong password are refused alike, after the same work: `wrong_password`. Also refuses `delayed`, `not_linkable`.
 */
export async function linkAndSignIn(
  actor: Actor,
  input: SignIn,
  identity: Identity,
  device: string,
  known: readonly KnownDevice[] = [],
) {
  const named = or(hasAddress(input.identifier), eq(accounts.username, input.identifier));
  const proved = await provePassword(actor, input, await findActive(database(), named, input.identifier), {
    known,
    by: franceConnect,
  });
  if (!proved.ok) return proved;
  const { account, counts } = proved.value;
  return transact(actor, async (work) => {
    if (!(await lockVerified(work.tx, account.id, account.passwordHash))) return refuse("wrong_password");
    await settleTries(counts, work.tx);
    if ((await linkTo(work, account.id, identity)) === "refused") return refuse("not_linkable");
    return done(await signInBy(actor, work, account.id, identity, device));
  });
}

/** In the caller's transaction: the link, its trace and its letter, once. */
export async function linkTo({ tx, record }: Work, accountId: AccountId, identity: Identity): Promise<Attached> {
  await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for("update");
  const account = await findActive(tx, eq(accounts.id, accountId));
  if (!account) return "refused";
  const attached = await attachIdentity(tx, accountId, identity);
  if (attached !== "new") return attached;
  const key = `account.identity:${newId<MailId>()}`;
  await post(tx, "account.identity_linked", {}, { to: account.email, name: account.name, accountId, key });
  await record("account.identity_linked", accountId);
  return attached;
}

/** In the caller's transaction: a new session, opened by the identity just linked; the one that this browser had ends. */
export async function signInBy(
  actor: Actor,
  { tx, record }: Work,
  accountId: AccountId,
  identity: Identity,
  device: string,
) {
  if (actor.kind === "citizen") await tx.delete(accountSessions).where(eq(accountSessions.id, actor.sessionId));
  const session = await openIdentitySession(tx, accountId, device, identity);
  await record("account.signed_in", accountId, { by: franceConnect });
  return session;
}

async function findActive(reader: Reader | Tx, which: ReturnType<typeof or>, typed = "") {
  const [row] = await reader
    .select({
      id: accounts.id,
      email: accounts.email,
      passwordHash: accounts.passwordHash,
      deviceEpoch: accounts.deviceEpoch,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
    })
    .from(accounts)
    .where(and(eq(accounts.status, "active"), which))
    .orderBy(formOfToday(typed))
    .limit(1);
  if (!row?.email) return null;
  const { id, email, passwordHash, deviceEpoch } = row;
  return { id, email, passwordHash, deviceEpoch, name: fullName(row) };
}
