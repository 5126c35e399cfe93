import { and, eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { seal } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { queueMail } from "@/lib/kernel/outbox";
import { requireStaff } from "@/lib/kernel/staff";
import { transact } from "@/lib/kernel/transact";
import { newId, type AccountId, type RecoveryId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { isAddressTaken } from "../address-taken";
import { lockForStaff } from "../lock-account";
import { recoveryAskedMail } from "../mails-agent";
import { canAskRecovery } from "../policy";
import type { AskRecovery } from "../schema/agent";
import { issueToken } from "../tokens";

/**
 * F68, a lost mailbox: an agent notes the new address and what proves the person; the old address receives a link that stops it.
 * Nothing else changes until a second one confirms. Refuses `changed_meanwhile`, `same_email`, `taken`, `already_asked`.
 */
export async function askRecovery(actor: Actor, { accountId, newEmail, proof }: AskRecovery) {
  const { agentId } = requireStaff(actor);
  return transact(actor, async ({ tx, record }) => {
    const account = await lockForStaff(tx, actor, accountId);
    if (!canAskRecovery(actor, account)) return refuse("changed_meanwhile");
    if (account.email === newEmail) return refuse("same_email");
    if (await isAddressTaken(tx, newEmail)) return refuse("taken");
    if (await hasOpenRecovery(tx, accountId)) return refuse("already_asked");

    const id = newId<RecoveryId>();
    await tx.insert(accountRecoveries).values({
      id,
      accountId,
      state: "asked",
      newEmail: seal("recovery", newEmail),
      proof: seal("recovery", proof),
      askedBy: agentId,
      askedAt: clock.now(),
    });
    const token = await issueToken(tx, accountId, "recovery_stop", id);
    const content = recoveryAskedMail(account.name, token.secret);
    await queueMail(tx, {
      to: account.email,
      kind: "account.recovery_asked",
      accountId,
      key: `account.recovery_asked:${id}`,
      content,
    });
    await record("account.recovery_asked", accountId);
    return done({ accountId });
  });
}

async function hasOpenRecovery(tx: Tx, accountId: AccountId): Promise<boolean> {
  const rows = await tx
    .select({ id: accountRecoveries.id })
    .from(accountRecoveries)
    .where(and(eq(accountRecoveries.accountId, accountId), eq(accountRecoveries.state, "asked")))
    .limit(1);
  return rows.length > 0;
}
