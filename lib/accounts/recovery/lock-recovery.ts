import { eq } from "drizzle-orm";
import { accountRecoveries, type RecoveryState } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { unseal } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { requireStaff } from "@/lib/kernel/staff";
import type { RecoveryId } from "@/lib/shared/ids";
import { lockForStaff } from "../access/lock-account";

export type LockedRecovery = Awaited<ReturnType<typeof lockRecovery>>;

/** The account first, then the recovery: everyone locks them in this order. Throws NotFound to whoever is no agent. */
export async function lockRecovery(tx: Tx, actor: Actor, recoveryId: RecoveryId) {
  const isThis = eq(accountRecoveries.id, recoveryId);
  const [found] = await tx.select({ accountId: accountRecoveries.accountId }).from(accountRecoveries).where(isThis);
  if (!found) throw new NotFound();
  const account = await lockForStaff(tx, actor, found.accountId);
  const [recovery] = await tx
    .select({
      id: accountRecoveries.id,
      kind: accountRecoveries.kind,
      state: accountRecoveries.state,
      askedBy: accountRecoveries.askedBy,
      askedAt: accountRecoveries.askedAt,
      newEmail: accountRecoveries.newEmail,
    })
    .from(accountRecoveries)
    .where(isThis)
    .for("update");
  if (!recovery) throw new NotFound();
  return { account, recovery: { ...recovery, newEmail: unseal("recovery", recovery.newEmail) } };
}

/** Notes who decided, and what. `effectiveAt`: where it does not take effect at once. */
export async function settleRecovery(
  tx: Tx,
  actor: Actor,
  recoveryId: RecoveryId,
  { state, effectiveAt }: { state: RecoveryState; effectiveAt?: Date },
): Promise<void> {
  const decided = { state, effectiveAt, decidedBy: requireStaff(actor).agentId, decidedAt: clock.now() };
  await tx.update(accountRecoveries).set(decided).where(eq(accountRecoveries.id, recoveryId));
}
