import { eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { unseal } from "@/lib/kernel/crypto";
import { transact } from "@/lib/kernel/transact";
import { findPortal } from "@/lib/organisation/queries/find-portal";
import type { RecoveryId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { freezeAccount } from "../recovery/freeze-account";
import { consumeToken } from "../access/tokens";

/**
 * F68: whoever reads the old address stops the recovery, by the link received. Somebody else came to the counter: the account is frozen until agents have seen
 * whose it is. Refuses `expired`, `used`, `unknown`, `decided`.
 */
export async function stopRecovery(actor: Actor, { jeton }: { jeton: string }) {
  const { contact } = await findPortal();
  return transact(actor, async (work) => {
    const { tx, record } = work;
    const link = await consumeToken(tx, jeton, "recovery_stop");
    if (link.state !== "valid") return refuse(link.state);
    const { accountId, email, payload } = link.token;
    const isThis = eq(accountRecoveries.id, payload as RecoveryId);
    const [recovery] = await tx
      .select({ state: accountRecoveries.state, newEmail: accountRecoveries.newEmail })
      .from(accountRecoveries)
      .where(isThis)
      .for("update");
    if (recovery?.state !== "asked") return refuse("decided");

    await tx.update(accountRecoveries).set({ state: "stopped", decidedAt: clock.now() }).where(isThis);
    await record("account.recovery_stopped", accountId);
    const parties = [email, unseal("recovery", recovery.newEmail)];
    await freezeAccount(work, accountId, parties, { kind: "account.frozen", facts: { contact } });
    return done(null);
  });
}
