import { eq } from "drizzle-orm";
import { accounts, accountSessions } from "@/db/schema/accounts";
import { hashSecret, newSecret } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import type { Citizen } from "@/lib/kernel/actor";
import { Invariant } from "@/lib/kernel/errors";
import type { DeviceOwner } from "@/lib/proofs/known-devices";
import { newSession, touchOf } from "@/lib/proofs/sessions";
import { transact } from "@/lib/kernel/transact";
import { type AccountId, type SessionId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";

/** What the browser keeps: 32 random bytes. The table keeps their SHA-256. */
export type OpenedSession = {
  secret: string;
  sessionId: SessionId;
  accountId: AccountId;
  /** To whom the browser is known from now on. */
  owner: DeviceOwner;
};

/** Writes a new session in the caller's transaction: a new identifier at each sign-in. `device`: browser and system, in words. */
export async function openAccountSession(tx: Tx, accountId: AccountId, device: string): Promise<OpenedSession> {
  const { secret, row } = newSession("citizen", device);
  await tx.insert(accountSessions).values({ ...row, accountId });
  // A visit: the notices sent before an idle account is erased start again.
  const [owner] = await tx
    .update(accounts)
    .set({ lastSeenAt: row.lastSeenAt, idleNotices: 0 })
    .where(eq(accounts.id, accountId))
    .returning({ id: accounts.id, deviceEpoch: accounts.deviceEpoch });
  if (!owner) throw new Invariant("a session opens on an account that is there");
  return { secret, sessionId: row.id, accountId, owner };
}

/** Gives a session a new secret, at a moment when the old one may be known to somebody. Gives what the browser keeps now. */
export async function renewAccountSession(tx: Tx, sessionId: SessionId): Promise<string> {
  const secret = newSecret();
  await tx
    .update(accountSessions)
    .set({ tokenHash: hashSecret(secret) })
    .where(eq(accountSessions.id, sessionId));
  return secret;
}

/** The person is there: pushes the idle end, writing at most once a minute. Gives the new instants, or null. */
export async function touchAccountSession(actor: Citizen, session: { lastSeenAt: Date; expiresAt: Date }) {
  const touched = touchOf("citizen", session);
  if (!touched) return done(null);
  return transact(actor, async ({ tx, unrecorded }) => {
    unrecorded("a session in use is not an event");
    await tx.update(accountSessions).set(touched).where(eq(accountSessions.id, actor.sessionId));
    return done(touched);
  });
}

/** Ends the session that the actor uses. */
export async function signOut(actor: Citizen) {
  return transact(actor, async ({ tx, record }) => {
    await tx.delete(accountSessions).where(eq(accountSessions.id, actor.sessionId));
    await record("account.signed_out", actor.accountId);
    return done(null);
  });
}
