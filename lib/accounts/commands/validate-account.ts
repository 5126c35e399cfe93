import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { lockForStaff } from "../access/lock-account";
import { canRefuseValidation, canValidate } from "../policy";
import type { AccountAct, RefuseValidation } from "../schema/agent";

/** T11, F44: an agent says that the account is its person's, who is told by mail. Refuses `changed_meanwhile`. */
export async function validateAccount(actor: Actor, { accountId }: AccountAct) {
  return transact(actor, async ({ tx, record }) => {
    const account = await lockForStaff(tx, actor, accountId);
    if (!canValidate(actor, account)) return refuse("changed_meanwhile");

    await tx
      .update(accounts)
      .set({ validation: "validated", validationReason: null })
      .where(eq(accounts.id, accountId));
    const key = `account.validated:${accountId}:${clock.now().toISOString()}`;
    await post(tx, "account.validated", {}, { to: account.email, name: account.name, accountId, key });
    await record("account.validated", accountId);
    return done({ accountId });
  });
}

/** The contrary, with the reason that the person reads in the mail and in their space. Refuses `changed_meanwhile`. */
export async function refuseValidation(actor: Actor, { accountId, reason }: RefuseValidation) {
  return transact(actor, async ({ tx, record }) => {
    const account = await lockForStaff(tx, actor, accountId);
    if (!canRefuseValidation(actor, account)) return refuse("changed_meanwhile");

    await tx
      .update(accounts)
      .set({ validation: "refused", validationReason: reason })
      .where(eq(accounts.id, accountId));
    const key = `account.validation_refused:${accountId}:${clock.now().toISOString()}`;
    const recipient = { to: account.email, name: account.name, accountId, key };
    await post(tx, "account.validation_refused", { reason }, recipient);
    await record("account.validation_refused", accountId);
    return done({ accountId });
  });
}
