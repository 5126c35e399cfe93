import { and, eq, isNull, lt, or } from "drizzle-orm";
import { accountIdentities, accountRecoveries, accounts } from "@/db/schema/accounts";
import { agents } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { unseal } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { queueMail } from "@/lib/kernel/outbox";
import { requireStaff } from "@/lib/kernel/staff";
import { transact } from "@/lib/kernel/transact";
import { findPortal } from "@/lib/organisation/queries";
import type { AccountId, AgentId, RecoveryId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { tokenMinutes } from "@/lib/vocabulary/tokens";
import { endAccess } from "../end-access";
import { freeAddress } from "../free-address";
import { lockForStaff } from "../lock-account";
import { recoveredMail, recoveryOldAddressMail, recoveryRefusedMail } from "../mails-agent";
import { canDecideRecovery, isConfirmable } from "../policy";
import type { DecideRecovery } from "../schema/agent";
import { issueToken } from "../tokens";
import { writeProfile } from "../write-profile";

/**
 * F68: a second agent, or an administrator who did not ask for it, gives the account its new address. Sessions, links on their
 * way and the old password end; the new address chooses a password by link, the old one is told, with a way back.
 * Refuses `own_recovery`, `too_early`, `changed_meanwhile` (decided, stopped, account no longer active), `taken`.
 */
export async function confirmRecovery(actor: Actor, { recoveryId }: DecideRecovery) {
  const { agentId } = requireStaff(actor);
  const { contact } = await findPortal();
  return transact(actor, async ({ tx, record }) => {
    const { account, recovery } = await lockRecovery(tx, actor, recoveryId);
    if (recovery.askedBy === agentId) return refuse("own_recovery");
    if (!canDecideRecovery(actor, recovery) || account.status !== "active") return refuse("changed_meanwhile");
    if (!isConfirmable(recovery, clock.now())) return refuse("too_early");
    // The old address can stop it for as long as its link lives, and not a day less.
    if (recovery.askedAt <= clock.inMinutes(-tokenMinutes.recovery_stop)) return refuse("changed_meanwhile");
    if (!(await wasThere(tx, agentId, recovery.askedAt))) return refuse("own_recovery");
    const email = unseal("recovery", recovery.newEmail);
    if (!(await freeAddress(tx, email, account.id))) return refuse("taken");

    await changeAddress(tx, account.id, email);
    // Given before the decision is dated: whoever uses it undoes what was decided from then on.
    const wayBack = await issueToken(tx, account.id, "email_restore", account.email);
    await settle(tx, actor, recoveryId, "confirmed");
    const { secret } = await issueToken(tx, account.id, "password_reset");
    const key = (to: string) => `account.recovery_confirmed:${recoveryId}:${to}`;
    const letter = { kind: "account.recovery_confirmed", accountId: account.id } as const;
    const content = recoveredMail(account.name, account.username, secret);
    await queueMail(tx, { ...letter, to: email, key: key("new"), content });
    const warning = recoveryOldAddressMail(contact, wayBack.secret);
    await queueMail(tx, { ...letter, to: account.email, key: key("old"), content: warning });
    await record("account.recovery_confirmed", account.id);
    return done({ accountId: account.id });
  });
}

/** The contrary: nothing changes, and the address of the account is told. Refuses `own_recovery`, `changed_meanwhile`. */
export async function refuseRecovery(actor: Actor, { recoveryId }: DecideRecovery) {
  const { agentId } = requireStaff(actor);
  return transact(actor, async ({ tx, record }) => {
    const { account, recovery } = await lockRecovery(tx, actor, recoveryId);
    if (recovery.askedBy === agentId) return refuse("own_recovery");
    if (!canDecideRecovery(actor, recovery)) return refuse("changed_meanwhile");

    await settle(tx, actor, recoveryId, "refused");
    const content = recoveryRefusedMail(account.name);
    const key = `account.recovery_refused:${recoveryId}`;
    const accountId = account.id;
    await queueMail(tx, { to: account.email, kind: "account.recovery_refused", accountId, key, content });
    await record("account.recovery_refused", account.id);
    return done({ accountId: account.id });
  });
}

/** Four eyes are two people: nobody is made an agent to confirm what was asked before. */
async function wasThere(tx: Tx, agentId: AgentId, askedAt: Date): Promise<boolean> {
  // Agents older than that column were at work without it.
  const oldEnough = or(lt(agents.activatedAt, askedAt), and(isNull(agents.activatedAt), lt(agents.createdAt, askedAt)));
  const isThis = and(eq(agents.id, agentId), oldEnough);
  return (await tx.select({ id: agents.id }).from(agents).where(isThis)).length > 0;
}

/** The account first, then the recovery: everyone locks them in this order. */
async function lockRecovery(tx: Tx, actor: Actor, recoveryId: RecoveryId) {
  const isThis = eq(accountRecoveries.id, recoveryId);
  const [found] = await tx.select({ accountId: accountRecoveries.accountId }).from(accountRecoveries).where(isThis);
  if (!found) throw new NotFound();
  const account = await lockForStaff(tx, actor, found.accountId);
  const [recovery] = await tx
    .select({
      state: accountRecoveries.state,
      askedBy: accountRecoveries.askedBy,
      askedAt: accountRecoveries.askedAt,
      newEmail: accountRecoveries.newEmail,
    })
    .from(accountRecoveries)
    .where(isThis)
    .for("update");
  if (!recovery) throw new NotFound();
  return { account, recovery };
}

async function settle(tx: Tx, actor: Actor, recoveryId: RecoveryId, state: "confirmed" | "refused"): Promise<void> {
  const decided = { state, decidedBy: requireStaff(actor).agentId, decidedAt: clock.now() };
  await tx.update(accountRecoveries).set(decided).where(eq(accountRecoveries.id, recoveryId));
}

/**
 * The link that stops a recovery stays: opened late, it still says what happened. So do the ways back given before: a second
 * recovery must not void what the owner received at the first.
 */
async function changeAddress(tx: Tx, accountId: AccountId, email: string): Promise<void> {
  await writeProfile(tx, accountId, { email });
  await tx.delete(accountIdentities).where(eq(accountIdentities.accountId, accountId));
  // Whoever reads the old mailbox may know the old password.
  await tx.update(accounts).set({ passwordHash: null }).where(eq(accounts.id, accountId));
  await endAccess(tx, accountId, ["recovery_stop", "email_restore"]);
}
