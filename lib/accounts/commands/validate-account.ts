import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { queueMail } from "@/lib/kernel/outbox";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { lockForStaff } from "../lock-account";
import { validatedMail, validationRefusedMail } from "../mails-agent";
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
    const content = validatedMail(account.name);
    await queueMail(tx, { to: account.email, kind: "account.validated", accountId, key, content });
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
    const content = validationRefusedMail(account.name, reason);
    await queueMail(tx, { to: account.email, kind: "account.validation_refused", accountId, key, content });
    await record("account.validation_refused", accountId);
    return done({ accountId });
  });
}
