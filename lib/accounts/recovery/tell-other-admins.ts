import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { requireStaff } from "@/lib/kernel/staff";
import { tellAdmins } from "@/lib/staff/agents/tell-admins";
import type { AccountId, RecoveryId } from "@/lib/shared/ids";

type Told = { accountId: AccountId; recoveryId: RecoveryId; act: "asked" | "held" };

/** Tells the other administrators of a recovery: of what one of them asks, and of every one that no mailbox can stop. */
export async function tellOtherAdmins(tx: Tx, actor: Actor, { accountId, recoveryId, act }: Told): Promise<void> {
  await tellAdmins(tx, requireStaff(actor), {
    kind: "agent.recovery_notice",
    subject: recoveryId,
    facts: (by) => ({ act, by, accountId }),
  });
}
