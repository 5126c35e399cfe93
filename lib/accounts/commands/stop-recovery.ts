import { eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { transact } from "@/lib/kernel/transact";
import type { RecoveryId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { consumeToken } from "../tokens";

/** F68: whoever reads the old address stops the recovery, by the link received. Refuses `expired`, `used`, `unknown`, `decided`. */
export async function stopRecovery(actor: Actor, { jeton }: { jeton: string }) {
  return transact(actor, async ({ tx, record }) => {
    const link = await consumeToken(tx, jeton, "recovery_stop");
    if (link.state !== "valid") return refuse(link.state);
    const isThis = eq(accountRecoveries.id, link.token.payload as RecoveryId);
    const [recovery] = await tx
      .select({ state: accountRecoveries.state })
      .from(accountRecoveries)
      .where(isThis)
      .for("update");
    if (recovery?.state !== "asked") return refuse("decided");

    await tx.update(accountRecoveries).set({ state: "stopped", decidedAt: clock.now() }).where(isThis);
    await record("account.recovery_stopped", link.token.accountId);
    return done(null);
  });
}
