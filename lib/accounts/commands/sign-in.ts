import { and, eq, or } from "drizzle-orm";
import { accounts, accountSessions } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { database, type Tx } from "@/lib/kernel/database";
import type { KnownDevice } from "@/lib/proofs/known-devices";
import { hashPassword, isOutdatedHash } from "@/lib/proofs/password";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import type { AccountId } from "@/lib/shared/ids";
import { formOfToday, hasAddress } from "../email/has-address";
import { lockVerified } from "../access/lock-verified";
import { provePassword, settleTries } from "../access/prove-password";
import type { SignIn } from "../schema/citizen";
import { openAccountSession, type OpenedSession } from "./open-session";

/**
 * Signs a citizen in by e-mail or identifiant. The same refusal, after the same work, whether the account is unknown, not
 * active, or the password wrong: `bad_credentials`. After five failures each try waits longer: `delayed` (details.seconds).
 * `device`: browser and system, in words; `known`: the accounts to which this browser signed in before.
 */
export async function signIn(actor: Actor, input: SignIn, device: string, known: readonly KnownDevice[] = []) {
  const proved = await provePassword(actor, input, await findForSignIn(input.identifier), { known });
  if (!proved.ok) return proved.reason === "delayed" ? proved : refuse("bad_credentials");
  const { account, counts } = proved.value;
  const { id, passwordHash } = account;
  const renewed = passwordHash && isOutdatedHash(passwordHash) ? await hashPassword(input.password) : undefined;
  return transact(actor, async ({ tx, record }) => {
    if (!(await lockVerified(tx, id, passwordHash))) return refuse("bad_credentials");
    const session = await enterAccount(tx, actor, id, device);
    await settleTries(counts, tx);
    if (renewed) await tx.update(accounts).set({ passwordHash: renewed }).where(eq(accounts.id, id));
    await record("account.signed_in", id);
    return done(session);
  });
}

/** What follows whatever proved the person, in the caller's transaction: the session that this browser had ends, a new one opens. */
export async function enterAccount(tx: Tx, actor: Actor, accountId: AccountId, device: string): Promise<OpenedSession> {
  if (actor.kind === "citizen") await tx.delete(accountSessions).where(eq(accountSessions.id, actor.sessionId));
  return openAccountSession(tx, accountId, device);
}

async function findForSignIn(identifier: string) {
  const [row] = await database()
    .select({ id: accounts.id, passwordHash: accounts.passwordHash, deviceEpoch: accounts.deviceEpoch })
    .from(accounts)
    .where(and(eq(accounts.status, "active"), or(hasAddress(identifier), eq(accounts.username, identifier))))
    .orderBy(formOfToday(identifier))
    .limit(1);
  return row ?? null;
}
