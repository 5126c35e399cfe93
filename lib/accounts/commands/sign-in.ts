import { and, eq, or } from "drizzle-orm";
import { accounts, accountSessions } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { fingerprint } from "@/lib/kernel/crypto";
import { database, type Tx } from "@/lib/kernel/database";
import { forgetTries, takeTry } from "@/lib/kernel/failure-delay";
import { hashPassword, isOutdatedHash, isPassword } from "@/lib/kernel/password";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import type { AccountId } from "@/lib/shared/ids";
import { lockVerified } from "../lock-verified";
import type { SignIn } from "../schema";
import { openAccountSession, type OpenedSession } from "./sessions";

/**
 * Signs a citizen in by e-mail or identifiant. The same refusal, after the same work, whether the account is unknown, not
 * active, or the password wrong: `bad_credentials`. After five failures each try waits longer: `delayed` (details.seconds).
 */
export async function signIn(actor: Actor, { identifier, password }: SignIn, device: string) {
  const account = await findForSignIn(identifier);
  const key = signInKey(account?.id ?? identifier);
  const tried = await takeTry(key);
  if (!tried.isAllowed) return refuse("delayed", { seconds: String(tried.retryAfter) });

  const isRight = await isPassword(account?.passwordHash ?? null, password);
  if (!account || !isRight) {
    await recordFailure(actor, account?.id);
    return refuse("bad_credentials");
  }
  const { passwordHash } = account;
  const renewed = isOutdatedHash(passwordHash) ? await hashPassword(password) : undefined;
  return transact(actor, async ({ tx, record }) => {
    if (!(await lockVerified(tx, account.id, passwordHash))) return refuse("bad_credentials");
    const session = await enterAccount(tx, actor, account.id, device);
    if (renewed) await tx.update(accounts).set({ passwordHash: renewed }).where(eq(accounts.id, account.id));
    await record("account.signed_in", account.id);
    return done(session);
  });
}

/**
 * What follows whatever proved the person, in the caller's transaction: the session that this browser had ends, a new one
 * opens, and earlier failures are forgotten.
 */
export async function enterAccount(tx: Tx, actor: Actor, accountId: AccountId, device: string): Promise<OpenedSession> {
  if (actor.kind === "citizen") await tx.delete(accountSessions).where(eq(accountSessions.id, actor.sessionId));
  await forgetTries(signInKey(accountId), tx);
  return openAccountSession(tx, accountId, device);
}

/** Key under which failures are counted: the account, or what was typed when there is none. */
export function signInKey(subject: string): string {
  return `sign-in:${fingerprint("sign-in", subject)}`;
}

async function findForSignIn(identifier: string): Promise<{ id: AccountId; passwordHash: string } | null> {
  const [row] = await database()
    .select({ id: accounts.id, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.status, "active"), or(eq(accounts.email, identifier), eq(accounts.username, identifier))))
    .limit(1);
  return row?.passwordHash ? { id: row.id, passwordHash: row.passwordHash } : null;
}

async function recordFailure(actor: Actor, accountId: AccountId | undefined): Promise<void> {
  await transact(actor, async ({ record }) => {
    await record("account.sign_in_failed", accountId ?? "unknown");
    return done(null);
  });
}
