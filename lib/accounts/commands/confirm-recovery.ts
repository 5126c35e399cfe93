import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { post } from "@/lib/letters/outbox/post";
import { requireStaff } from "@/lib/kernel/staff";
import { transact, type Work } from "@/lib/kernel/transact";
import { findPortal } from "@/lib/organisation/queries/find-portal";
import type { Portal } from "@/lib/shared/portal";
import { done, refuse } from "@/lib/shared/result";
import { isAddressTaken } from "../email/address-taken";
import { freezeAccount, readParties, tellParties } from "../recovery/freeze-account";
import { takeAddressFromUnfinished } from "../email/take-address-from-unfinished";
import { lockRecovery, settleRecovery, type LockedRecovery } from "../recovery/lock-recovery";
import { heldDelayMinutes, isConfirmable } from "../policy";
import { reopenAccount } from "../recovery/reopen-account";
import type { DecideRecovery } from "../schema/agent";
import { confirmProblem } from "../recovery/second-pair-of-eyes";
import { shutDoors } from "../access/shut-doors";
import { tellOtherAdmins } from "../recovery/tell-other-admins";
import { issueToken } from "../access/tokens";
import { writeProfile } from "../profile/write-profile";

/**
 * F68: a second agent confirms what the first one noted. A mailbox lost: the account has its new address, the old one is told, with a way back. A mailbox
 * held by somebody else: the account is frozen, and has its new address seven days later. A reopening: the account works again, with the address that
 * it has. Refuses `own_recovery`, `too_early`, `asker_gone`, `came_after`, `not_independent`, `admin_needed`, `taken`, and `changed_meanwhile` (decided, stopped,
 * lapsed, the account no longer as it was).
 */
export async function confirmRecovery(actor: Actor, { recoveryId }: DecideRecovery) {
  const staff = requireStaff(actor);
  const { contact } = await findPortal();
  return transact(actor, async (work) => {
    const locked = await lockRecovery(work.tx, actor, recoveryId);
    const { account, recovery } = locked;
    const problem = await confirmProblem(work.tx, staff, account, recovery);
    if (problem) return refuse(problem);
    if (!isConfirmable(recovery, clock.now())) return refuse("too_early");
    if (!(await confirm[recovery.kind](work, actor, locked, contact))) return refuse("taken");
    return done({ accountId: account.id, kind: recovery.kind });
  });
}

/** Gives false where another person has the new address. */
type Confirm = (work: Work, actor: Actor, locked: LockedRecovery, contact: Portal["contact"]) => Promise<boolean>;

const confirm = { lost: confirmLost, held: confirmHeld, reopening: confirmReopening } satisfies Record<string, Confirm>;

async function confirmLost(...[{ tx, record }, actor, { account, recovery }, contact]: Parameters<Confirm>) {
  const { id, newEmail } = recovery;
  if (!(await takeAddressFromUnfinished(tx, newEmail, account.id))) return false;
  await writeProfile(tx, account.id, { email: newEmail });
  // The link that stops it stays: opened late, it still says what happened. So do the ways back given before: a second recovery
  // must not void what the owner received at the first.
  await shutDoors(tx, account.id, ["recovery_stop", "email_restore"]);
  // Given before the decision is dated: whoever uses it objects to what was decided from then on.
  const wayBack = await issueToken(tx, account.id, "email_restore", account.email);
  await settleRecovery(tx, actor, id, { state: "confirmed" });
  const { secret } = await issueToken(tx, account.id, "password_reset");
  const { id: accountId, name, username } = account;
  const key = `account.recovery_confirmed:${id}`;
  const owner = { to: newEmail, name, accountId, key: `${key}:new` };
  await post(tx, "account.recovery_confirmed", { username, secret }, owner);
  const before = { to: account.email, name: null, accountId, key: `${key}:old` };
  await post(tx, "account.recovery_old_address", { contact, secret: wayBack.secret }, before);
  await record("account.recovery_confirmed", account.id);
  return true;
}

async function confirmHeld(...[work, actor, { account, recovery }, contact]: Parameters<Confirm>) {
  const { tx, record } = work;
  if (await isAddressTaken(tx, recovery.newEmail)) return false;
  const effectiveAt = clock.inMinutes(heldDelayMinutes);
  await settleRecovery(tx, actor, recovery.id, { state: "waiting", effectiveAt });
  await record("account.recovery_confirmed", account.id, { kind: recovery.kind });
  const notice = { kind: "account.held", facts: { contact, effectiveAt } } as const;
  await freezeAccount(work, account.id, [account.email, recovery.newEmail], notice);
  await tellOtherAdmins(tx, actor, { accountId: account.id, recoveryId: recovery.id, act: "held" });
  return true;
}

async function confirmReopening(...[{ tx, record }, actor, { account, recovery }, contact]: Parameters<Confirm>) {
  const others = readParties(account.frozenParties).filter((email) => email !== account.email);
  await settleRecovery(tx, actor, recovery.id, { state: "confirmed" });
  const secret = await reopenAccount(tx, account.id);
  const key = `account.reopened:${recovery.id}`;
  const owner = { to: account.email, name: account.name, accountId: account.id, key };
  await post(tx, "account.reopened", { secret }, owner);
  await tellParties(tx, account.id, others, { kind: "account.reopened_to_others", facts: { contact } });
  await record("account.reopened", account.id);
  return true;
}
