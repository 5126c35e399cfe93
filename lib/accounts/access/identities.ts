import { and, eq } from "drizzle-orm";
import { accountIdentities, accounts, accountSessions } from "@/db/schema/accounts";
import { clock } from "@/lib/kernel/clock";
import { seal } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import type { AccountId, SessionId } from "@/lib/shared/ids";
import { openAccountSession, type OpenedSession } from "../commands/open-session";
import type { Identity } from "../types/account";

export const franceConnect = "franceconnect";

/** « already »: this account has this identity. « refused »: either has another; the caller's transaction goes no further. */
export type Attached = "new" | "already" | "refused";

/** One identity, one account. */
export async function attachIdentity(tx: Tx, accountId: AccountId, { subjectHash }: Identity): Promise<Attached> {
  const row = { provider: franceConnect, subjectHash, accountId, linkedAt: clock.now() };
  const written = await tx
    .insert(accountIdentities)
    .values(row)
    .onConflictDoNothing()
    .returning({ accountId: accountIdentities.accountId });
  if (written.length > 0) return "new";
  return (await findIdentityOwner(tx, subjectHash)) === accountId ? "already" : "refused";
}

/** Whether FranceConnect opens this account. */
export async function hasIdentity(tx: Tx, accountId: AccountId): Promise<boolean> {
  return (await tx.$count(accountIdentities, eq(accountIdentities.accountId, accountId))) > 0;
}

/** The account behind an identity, whatever its state. */
export async function findIdentityOwner(tx: Tx, subjectHash: string): Promise<AccountId | null> {
  const [row] = await tx
    .select({ accountId: accountIdentities.accountId })
    .from(accountIdentities)
    .where(and(eq(accountIdentities.provider, franceConnect), eq(accountIdentities.subjectHash, subjectHash)))
    .limit(1);
  return row?.accountId ?? null;
}

/** A session that also ends at FranceConnect. */
export async function openIdentitySession(
  tx: Tx,
  accountId: AccountId,
  device: string,
  { idToken }: Identity,
): Promise<OpenedSession> {
  const session = await openAccountSession(tx, accountId, device);
  await keepProviderToken(tx, session.sessionId, idToken);
  await tx.update(accounts).set({ lastSeenAt: clock.now(), idleNotices: 0 }).where(eq(accounts.id, accountId));
  return session;
}

/** In the transaction that creates the account and its first session. */
export async function attachAtCreation(tx: Tx, { accountId, sessionId }: OpenedSession, identity: Identity) {
  if ((await attachIdentity(tx, accountId, identity)) === "refused") return false;
  await keepProviderToken(tx, sessionId, identity.idToken);
  return true;
}

async function keepProviderToken(tx: Tx, sessionId: SessionId, idToken: string): Promise<void> {
  const providerToken = seal("provider-token", idToken);
  await tx.update(accountSessions).set({ providerToken }).where(eq(accountSessions.id, sessionId));
}
