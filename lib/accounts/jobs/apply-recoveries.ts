import { and, asc, eq, lte } from "drizzle-orm";
import { accountRecoveries, accounts } from "@/db/schema/accounts";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { unseal } from "@/lib/kernel/crypto";
import { database, type Tx } from "@/lib/kernel/database";
import { post } from "@/lib/letters/outbox/post";
import { newerThan } from "@/lib/kernel/page-cursor";
import { oneByOne, type Limits } from "@/lib/upkeep/slices";
import { transact, type Work } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import type { AccountId, RecoveryId } from "@/lib/shared/ids";
import { fullName } from "@/lib/shared/text";
import { takeAddressFromUnfinished } from "../email/take-address-from-unfinished";
import { reopenAccount } from "../recovery/reopen-account";
import { writeProfile } from "../profile/write-profile";

/** Read at once: two agents decide each. */
const size = 50;
type Due = { id: RecoveryId; accountId: AccountId; at: Date };

/** Mailboxes held by somebody else (F68): seven days after two agents decided, the account has its new address, and works again. Returns how many. */
export async function applyRecoveries(actor: System, limits: Limits): Promise<number> {
  return oneByOne<Due>(limits, { size, find: findDue, handle: (due) => applyOne(actor, due) });
}

async function findDue(last: Due | null): Promise<Due[]> {
  return database()
    .select({ id: accountRecoveries.id, accountId: accountRecoveries.accountId, at: accountRecoveries.askedAt })
    .from(accountRecoveries)
    .where(and(isDue(), newerThan(accountRecoveries.askedAt, accountRecoveries.id, last)))
    .orderBy(asc(accountRecoveries.askedAt), asc(accountRecoveries.id))
    .limit(size);
}

function isDue() {
  return and(eq(accountRecoveries.state, "waiting"), lte(accountRecoveries.effectiveAt, clock.now()));
}

/** Judged again under the locks: an agent may have refused it meanwhile. */
async function applyOne(actor: System, { id, accountId }: Due): Promise<number> {
  const result = await transact<number, never>(actor, async (work) => {
    const account = await lockFrozen(work.tx, accountId);
    const isThis = and(eq(accountRecoveries.id, id), isDue());
    const [recovery] = await work.tx
      .select({ newEmail: accountRecoveries.newEmail })
      .from(accountRecoveries)
      .where(isThis)
      .for("update");
    if (!account || !recovery) {
      work.unrecorded("refused meanwhile, or the account is no longer frozen");
      return done(0);
    }
    const isApplied = await apply(work, account, { id, email: unseal("recovery", recovery.newEmail) });
    return done(isApplied ? 1 : 0);
  });
  return result.ok ? result.value : 0;
}

type Frozen = NonNullable<Awaited<ReturnType<typeof lockFrozen>>>;

async function lockFrozen(tx: Tx, accountId: AccountId) {
  const { id, username, firstName, lastName } = accounts;
  const [row] = await tx
    .select({ id, username, firstName, lastName })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), eq(accounts.status, "frozen")))
    .for("update");
  return row;
}

/** Gives false where somebody has taken the address in these seven days: it is refused, and the account stays frozen. */
async function apply({ tx, record }: Work, account: Frozen, { id, email }: { id: RecoveryId; email: string }) {
  const { id: accountId } = account;
  const isFree = await takeAddressFromUnfinished(tx, email, accountId);
  const state = isFree ? "confirmed" : "refused";
  await tx.update(accountRecoveries).set({ state }).where(eq(accountRecoveries.id, id));
  if (!isFree) {
    await record("account.recovery_refused", accountId, { reason: "taken" });
    return false;
  }
  await writeProfile(tx, accountId, { email });
  const secret = await reopenAccount(tx, accountId);
  const { username } = account;
  const key = `account.recovery_confirmed:${id}:new`;
  const recipient = { to: email, name: fullName(account), accountId, key };
  await post(tx, "account.recovery_confirmed", { username, secret }, recipient);
  await record("account.recovery_applied", accountId);
  return true;
}
