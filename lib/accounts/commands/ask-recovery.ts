import { and, eq, inArray } from "drizzle-orm";
import { accountRecoveries, type RecoveryKind } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { seal } from "@/lib/kernel/crypto";
import type { Tx } from "@/lib/kernel/database";
import { post } from "@/lib/letters/outbox/post";
import { isManager, requireStaff } from "@/lib/kernel/staff";
import { transact } from "@/lib/kernel/transact";
import { findPortal } from "@/lib/organisation/queries/find-portal";
import { newId, type AccountId, type RecoveryId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { isAddressTaken } from "../email/address-taken";
import { readParties, tellParties } from "../recovery/freeze-account";
import { lockForStaff } from "../access/lock-account";
import { canAskRecovery, confirmableFrom } from "../policy";
import type { AskRecovery, AskReopening } from "../schema/agent";
import { tellOtherAdmins } from "../recovery/tell-other-admins";
import { issueToken } from "../access/tokens";

/**
 * F68: an agent notes the new address of somebody who came to the counter, and what proves who they are. A mailbox lost: the old address receives a link
 * that stops it. One held by somebody else (`isHeld`): nothing is told before a second agent decided, its reader must not be warned. Nothing else changes until
 * then. Refuses `changed_meanwhile`, `same_email`, `taken`, `already_asked`.
 */
export async function askRecovery(actor: Actor, { accountId, newEmail, proof, isHeld }: AskRecovery) {
  const kind = isHeld ? ("held" as const) : ("lost" as const);
  return transact(actor, async ({ tx, record }) => {
    const account = await lockForStaff(tx, actor, accountId);
    if (!canAskRecovery(actor, account, kind)) return refuse("changed_meanwhile");
    if (account.email === newEmail) return refuse("same_email");
    if (await isAddressTaken(tx, newEmail)) return refuse("taken");
    const id = await noteRecovery(tx, actor, { accountId, kind, newEmail, proof });
    if (!id) return refuse("already_asked");

    if (kind === "lost") {
      const token = await issueToken(tx, accountId, "recovery_stop", id);
      const recipient = { to: account.email, name: account.name, accountId, key: `account.recovery_asked:${id}` };
      await post(tx, "account.recovery_asked", { secret: token.secret }, recipient);
    }
    await record("account.recovery_asked", accountId, kind === "held" ? { kind } : {});
    return done({ accountId, kind });
  });
}

/**
 * An agent asks to reopen an account that is frozen, and keeps the address that it has: whoever reads it came with an identity document. Both parties are told from when a
 * second agent may open it. Refuses `changed_meanwhile`, `already_asked`.
 */
export async function askReopening(actor: Actor, { accountId, proof }: AskReopening) {
  const { contact } = await findPortal();
  return transact(actor, async ({ tx, record }) => {
    const account = await lockForStaff(tx, actor, accountId);
    if (!canAskRecovery(actor, account, "reopening")) return refuse("changed_meanwhile");
    const id = await noteRecovery(tx, actor, { accountId, kind: "reopening", newEmail: account.email, proof });
    if (!id) return refuse("already_asked");

    const from = confirmableFrom({ kind: "reopening", askedAt: clock.now() });
    const notice = { kind: "account.reopening_asked", facts: { contact, from } } as const;
    await tellParties(tx, accountId, readParties(account.frozenParties), notice);
    await record("account.reopening_asked", accountId);
    return done({ accountId });
  });
}

type Noted = { accountId: AccountId; kind: RecoveryKind; newEmail: string; proof: string };

/** Null where one waits already. */
async function noteRecovery(tx: Tx, actor: Actor, { accountId, kind, newEmail, proof }: Noted) {
  if (await hasOpenRecovery(tx, accountId)) return null;
  const id = newId<RecoveryId>();
  await tx.insert(accountRecoveries).values({
    id,
    accountId,
    kind,
    state: "asked",
    newEmail: seal("recovery", newEmail),
    proof: seal("recovery", proof),
    askedBy: requireStaff(actor).agentId,
    askedAt: clock.now(),
  });
  if (isManager(actor)) await tellOtherAdmins(tx, actor, { accountId, recoveryId: id, act: "asked" });
  return id;
}

async function hasOpenRecovery(tx: Tx, accountId: AccountId): Promise<boolean> {
  const rows = await tx
    .select({ id: accountRecoveries.id })
    .from(accountRecoveries)
    .where(and(eq(accountRecoveries.accountId, accountId), inArray(accountRecoveries.state, ["asked", "waiting"])))
    .limit(1);
  return rows.length > 0;
}
