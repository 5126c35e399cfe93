import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { findPortal } from "@/lib/organisation/queries/find-portal";
import { done, refuse } from "@/lib/shared/result";
import { endAccess } from "../access/end-access";
import { lockForStaff } from "../access/lock-account";
import { canReinstate, canSuspend } from "../policy";
import type { AccountAct, SuspendAccount } from "../schema/agent";

/**
 * Administrators only: closes the account to its person, sessions and links included, and tells them whom to contact. The links
 * that protect the person (stop a recovery, take an address back) stay. Refuses `changed_meanwhile`.
 */
export async function suspendAccount(actor: Actor, { accountId, reason }: SuspendAccount) {
  if (actor.kind !== "admin") throw new NotFound();
  const { contact } = await findPortal();
  return transact(actor, async ({ tx, record }) => {
    const account = await lockForStaff(tx, actor, accountId);
    if (!canSuspend(actor, account)) return refuse("changed_meanwhile");

    const suspendedAt = clock.now();
    await tx
      .update(accounts)
      .set({ status: "suspended", suspendedAt, suspensionReason: reason })
      .where(eq(accounts.id, accountId));
    await endAccess(tx, accountId, ["recovery_stop", "email_restore"]);
    const key = `account.suspended:${accountId}:${suspendedAt.toISOString()}`;
    const recipient = { to: account.email, name: account.name, accountId, key };
    await post(tx, "account.suspended", { reason, contact }, recipient);
    await record("account.suspended", accountId);
    return done({ accountId });
  });
}

/**
 * Administrators only: the person signs in again as before, and is told. An account frozen meanwhile stays so, and nobody is told. Refuses
 * `changed_meanwhile`.
 */
export async function reinstateAccount(actor: Actor, { accountId }: AccountAct) {
  if (actor.kind !== "admin") throw new NotFound();
  return transact(actor, async ({ tx, record }) => {
    const account = await lockForStaff(tx, actor, accountId);
    if (!canReinstate(actor, account)) return refuse("changed_meanwhile");
    const isFrozen = account.status === "frozen";

    await tx
      .update(accounts)
      .set({ status: isFrozen ? "frozen" : "active", suspendedAt: null, suspensionReason: null })
      .where(eq(accounts.id, accountId));
    const key = `account.reinstated:${accountId}:${clock.now().toISOString()}`;
    const recipient = { to: account.email, name: account.name, accountId, key };
    if (!isFrozen) await post(tx, "account.reinstated", {}, recipient);
    await record("account.reinstated", accountId);
    return done({ accountId });
  });
}
