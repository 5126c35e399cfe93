import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import type { AccountId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { heldVersion, readHeld } from "../profile/held-changes";
import { lockForStaff } from "../access/lock-account";
import { canDecideChanges } from "../policy";
import type { AcceptChanges, RefuseChanges } from "../schema/agent";
import { writeProfile } from "../profile/write-profile";

/**
 * T11: writes what the person wanted to change, and tells them. `version`: the changes as the agent saw them.
 * Refuses `changed_meanwhile`: decided by another agent, or changed again by the person.
 */
export async function acceptChanges(actor: Actor, { accountId, version }: AcceptChanges) {
  return transact(actor, async ({ tx, record }) => {
    const account = await lockForStaff(tx, actor, accountId);
    const { pendingProfile } = account;
    if (!canDecideChanges(actor, account) || heldVersion(pendingProfile) !== version)
      return refuse("changed_meanwhile");

    await writeProfile(tx, accountId, readHeld(pendingProfile));
    await forgetHeld(tx, accountId);
    const key = `account.changes_accepted:${accountId}:${clock.now().toISOString()}`;
    await post(tx, "account.changes_accepted", {}, { to: account.email, name: account.name, accountId, key });
    await record("account.changes_accepted", accountId);
    return done({ accountId });
  });
}

/** The contrary: the account stays as it is, and the person reads why. Refuses `changed_meanwhile`. */
export async function refuseChanges(actor: Actor, { accountId, version, reason }: RefuseChanges) {
  return transact(actor, async ({ tx, record }) => {
    const account = await lockForStaff(tx, actor, accountId);
    const isSame = heldVersion(account.pendingProfile) === version;
    if (!canDecideChanges(actor, account) || !isSame) return refuse("changed_meanwhile");

    await forgetHeld(tx, accountId);
    const key = `account.changes_refused:${accountId}:${clock.now().toISOString()}`;
    await post(tx, "account.changes_refused", { reason }, { to: account.email, name: account.name, accountId, key });
    await record("account.changes_refused", accountId);
    return done({ accountId });
  });
}

async function forgetHeld(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.update(accounts).set({ pendingProfile: null }).where(eq(accounts.id, accountId));
}
