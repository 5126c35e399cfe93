import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor, Citizen } from "@/lib/kernel/actor";
import { fingerprint } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { forgetTries, giveBackTry, takeTry, type Try } from "@/lib/proofs/tries";
import { takeDeviceTry, type KnownDevice } from "@/lib/proofs/known-devices";
import { isPassword } from "@/lib/proofs/password";
import { transact } from "@/lib/kernel/transact";
import type { AccountId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import type { SignIn } from "../schema/citizen";

/** Where a try was counted: of a known browser, or of the name typed and of the whole account. */
type Counts = { own?: string; named?: string; whole?: string };
type Guessed = { id: AccountId; passwordHash: string | null; deviceEpoch: number };
/** `known`: the accounts to which the browser signed in before. `by`: which door, for the journal. */
type From = { known: readonly KnownDevice[]; by?: string };

/**
 * Compares a password typed by whoever is not signed in, counted before it is compared; gives the account, and the counts to
 * settle once it is entered. An unknown account and a wrong password are refused alike, after the same work: `wrong_password`,
 * `delayed` (details.seconds).
 */
export async function provePassword<A extends Guessed>(
  actor: Actor,
  { identifier, password }: SignIn,
  account: A | null,
  { known, by }: From,
) {
  const tried = await takeSignInTry(identifier, account, known);
  if (!tried.isAllowed) return refuse("delayed", { seconds: String(tried.retryAfter) });
  const isRight = await isPassword(tried.isHeld ? null : (account?.passwordHash ?? null), password);
  if (account && isRight) return done({ account, counts: tried.counts });

  await transact(actor, async ({ record }) => {
    const verb = tried.isHeld ? "account.sign_in_held" : "account.sign_in_failed";
    await record(verb, account?.id ?? "unknown", by === undefined ? undefined : { by });
    return done(null);
  });
  return refuse("wrong_password");
}

/**
 * Compares the password typed by who is signed in, on their own account. Counted apart: strangers who guess do not keep the owner from it.
 * Refuses `wrong_password`, `delayed` (details.seconds).
 */
export async function recallPassword(actor: Citizen, passwordHash: string | null, password: string) {
  const tried = await takeTry(recallCount(actor.accountId));
  if (!tried.isAllowed) return refuse("delayed", { seconds: String(tried.retryAfter) });
  if (!(await isPassword(passwordHash, password))) return refuse("wrong_password");
  await forgetTries([tried.key]);
  return done(null);
}

/**
 * The password was right: the name is no longer delayed, nor this browser. What strangers failed on the account still counts for
 * the day: the owner's sign-ins must not give whoever guesses as many tries again.
 */
export async function settleTries({ own, named, whole }: Counts, tx: Tx): Promise<void> {
  await forgetTries(own ? [own] : named ? [named] : [], tx);
  if (whole) await giveBackTry(whole, tx);
}

/**
 * When a link proved who the person is, neither of the names is delayed any more; the count of the account stays, for this browser
 * is known from now on.
 */
export async function forgetNameTries(tx: Tx, accountId: AccountId): Promise<void> {
  await forgetTries(await namesOf(tx, accountId), tx);
}

/** When the password that was guessed at is another: nothing counts any more. */
export async function forgetSignInTries(tx: Tx, accountId: AccountId): Promise<void> {
  const names = await namesOf(tx, accountId);
  await forgetTries([accountCount(accountId), recallCount(accountId), ...names], tx);
}

async function namesOf(tx: Tx, accountId: AccountId): Promise<string[]> {
  const [names] = await tx
    .select({ email: accounts.email, username: accounts.username })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return [names?.email, names?.username].flatMap((name) => (name ? [nameCount(name)] : []));
}

/**
 * A known browser has its own count. A stranger has two. What was typed is counted, and delayed, the same whether it names an
 * account or not: so nobody sees that an e-mail and an identifiant are one account. The account is only counted: past the
 * tries of its day, by whatever names, the try is `isHeld`: answered as a wrong password, and never compared. Its owner then
 * enters by a letter, or from a known browser; that their right password is called wrong is the price of that silence.
 *
 * What remains to be seen: an owner's letter (or sign-in, for the name used) ends the delay on a name, which never happens on
 * a name without account; whoever keeps two names delayed for hours and watches at that very moment learns of it.
 */
async function takeSignInTry(
  identifier: string,
  account: Guessed | null,
  known: readonly KnownDevice[],
): Promise<Omit<Try, "key" | "isSpent"> & { isHeld: boolean; counts: Counts }> {
  const own = await takeDeviceTry("sign-in", account, known);
  if (own) return { ...own, isHeld: false, counts: { own: own.key } };
  const named = await takeTry(nameCount(identifier));
  if (!named.isAllowed) return { ...named, isHeld: false, counts: {} };
  const whole = await takeTry(accountCount(account?.id ?? `nobody ${identifier}`), false);
  return { ...named, isHeld: !whole.isAllowed, counts: { named: named.key, whole: whole.key } };
}

const recallCount = (accountId: AccountId) => `sign-in:recall:${fingerprint("sign-in", accountId)}`;
const nameCount = (typed: string) => `sign-in:name:${fingerprint("sign-in", typed)}`;
const accountCount = (subject: string) => `sign-in:account:${fingerprint("sign-in", subject)}`;
