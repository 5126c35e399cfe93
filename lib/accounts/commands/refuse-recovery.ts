import type { Actor } from "@/lib/kernel/actor";
import { post } from "@/lib/letters/outbox/post";
import { requireStaff } from "@/lib/kernel/staff";
import { transact } from "@/lib/kernel/transact";
import { findPortal } from "@/lib/organisation/queries/find-portal";
import { done, refuse } from "@/lib/shared/result";
import { readParties, tellParties } from "../recovery/freeze-account";
import { lockRecovery, settleRecovery } from "../recovery/lock-recovery";
import { canRefuseRecovery } from "../policy";
import type { DecideRecovery } from "../schema/agent";

/**
 * F68: nothing of what was asked is done, be it decided already, as long as it has not taken effect; whoever was told that it would be is told the
 * contrary. An account that is frozen stays so. Refuses `own_recovery`, `changed_meanwhile`.
 */
export async function refuseRecovery(actor: Actor, { recoveryId }: DecideRecovery) {
  const { agentId } = requireStaff(actor);
  const { contact } = await findPortal();
  return transact(actor, async ({ tx, record }) => {
    const { account, recovery } = await lockRecovery(tx, actor, recoveryId);
    if (recovery.askedBy === agentId) return refuse("own_recovery");
    if (!canRefuseRecovery(actor, recovery)) return refuse("changed_meanwhile");

    const { id: accountId } = account;
    await settleRecovery(tx, actor, recoveryId, { state: "refused" });
    if (recovery.kind === "lost") {
      const key = `account.recovery_refused:${recoveryId}`;
      await post(tx, "account.recovery_refused", {}, { to: account.email, name: account.name, accountId, key });
    } else if (recovery.kind === "reopening" || recovery.state === "waiting")
      await tellParties(tx, accountId, readParties(account.frozenParties), {
        kind: "account.still_frozen",
        facts: { contact },
      });
    await record(recovery.kind === "reopening" ? "account.reopening_refused" : "account.recovery_refused", accountId);
    return done({ accountId });
  });
}
