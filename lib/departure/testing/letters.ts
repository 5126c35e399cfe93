import { eq } from "drizzle-orm";
import { valueOf } from "@/db/test/citizen-demande";
import { accounts } from "@/db/schema/accounts";
import { anonymous, type Citizen, type System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { askEmailChange, confirmEmailChange } from "@/lib/accounts/commands/change-email";
import { changePassword } from "@/lib/accounts/commands/change-password";
import { changeUsername } from "@/lib/accounts/commands/change-username";
import { confirmRecovery } from "@/lib/accounts/commands/confirm-recovery";
import { acceptChanges, refuseChanges } from "@/lib/accounts/commands/decide-changes";
import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { linkIdentity } from "@/lib/accounts/commands/link-identity";
import { askIdentityLink } from "@/lib/accounts/commands/link-identity-by-mail";
import { refuseRecovery } from "@/lib/accounts/commands/refuse-recovery";
import { remindUsername } from "@/lib/accounts/commands/remind-username";
import { askPasswordReset } from "@/lib/accounts/commands/reset-password";
import { restoreEmail } from "@/lib/accounts/commands/restore-email";
import { askSignInLink } from "@/lib/accounts/commands/open-sign-in-link";
import { reinstateAccount, suspendAccount } from "@/lib/accounts/commands/suspend-account";
import { unlinkIdentity } from "@/lib/accounts/commands/unlink-identity";
import { refuseValidation, validateAccount } from "@/lib/accounts/commands/validate-account";
import { heldVersion } from "@/lib/accounts/profile/held-changes";
import { comeBack, lastLink, newEmail, otherPassword, password, travel } from "@/lib/accounts/testing/accounts";
import { freeze, openRecovery, reopen } from "@/lib/accounts/testing/recovery";
import { admin, agent } from "@/lib/accounts/testing/staff";
import { askExport } from "@/lib/exports/commands/ask-export";
import { makeExports, rowOf } from "@/lib/exports/testing";
import type { AccountId } from "@/lib/shared/ids";
import type { AccountMailKind } from "@/lib/vocabulary/mail-kinds";
import { warnIdleAccounts } from "../jobs/idle-accounts";
import { deletionLink } from "./leaver";

/** For tests: what makes the portal write to the owner of an account. */
const system: System = { kind: "system", job: "test" };
const limits = () => ({ signal: new AbortController().signal, until: clock.inMinutes(60) });

export type Person = { email: string; citizen: Citizen };
const identity = () => ({ subjectHash: hashSecret(newEmail()), idToken: "a.b.c" });
const pendingProfile = { lastName: "Martin" };
export const set = (accountId: AccountId, changes: Partial<typeof accounts.$inferInsert>) =>
  database().update(accounts).set(changes).where(eq(accounts.id, accountId));

async function changeAddress({ citizen }: Person): Promise<string> {
  const address = newEmail();
  valueOf(await askEmailChange(citizen, { email: address, currentPassword: password }));
  valueOf(await confirmEmailChange(anonymous, { jeton: await lastLink(address) }));
  return address;
}

/** What makes the portal write each kind of letter: a new kind breaks the build until it has its line. */
export const writers: Record<AccountMailKind, (person: Person) => Promise<unknown>> = {
  "account.activation": ({ email }) => inviteAccount(anonymous, { email, kind: "personal" }),
  "account.welcome": () => Promise.resolve(),
  "account.validated": async ({ citizen: { accountId } }) => {
    await set(accountId, { validation: "pending" });
    return validateAccount(await agent(), { accountId });
  },
  "account.validation_refused": async ({ citizen: { accountId } }) => {
    await set(accountId, { validation: "pending" });
    return refuseValidation(await agent(), { accountId, reason: "Non." });
  },
  "account.changes_accepted": async ({ citizen: { accountId } }) => {
    await set(accountId, { pendingProfile });
    return acceptChanges(await agent(), { accountId, version: heldVersion(pendingProfile) });
  },
  "account.changes_refused": async ({ citizen: { accountId } }) => {
    await set(accountId, { pendingProfile });
    return refuseChanges(await agent(), { accountId, version: heldVersion(pendingProfile), reason: "Non." });
  },
  "account.suspended": async ({ citizen: { accountId } }) =>
    suspendAccount(await admin(), { accountId, reason: "Non." }),
  "account.reinstated": async ({ citizen: { accountId } }) => {
    valueOf(await suspendAccount(await admin(), { accountId, reason: "Non." }));
    return reinstateAccount(await admin(), { accountId });
  },
  "account.recovery_asked": ({ citizen }) => openRecovery(citizen),
  "account.recovery_refused": async ({ citizen }) => refuseRecovery(await agent(), await openRecovery(citizen)),
  "account.recovery_confirmed": async ({ citizen }) => confirmRecovery(await agent(), await openRecovery(citizen)),
  "account.frozen": ({ citizen, email }) => freeze({ ...citizen, email }),
  "account.reopened": ({ citizen, email }) => reopen({ ...citizen, email }),
  "account.username": ({ email }) => remindUsername(anonymous, { email }),
  "account.username_changed": ({ citizen }) => changeUsername(citizen, { username: `nom.${citizen.accountId}` }),
  "account.password": ({ email }) => askPasswordReset(anonymous, { identifier: email }),
  "account.password_changed": ({ citizen }) =>
    changePassword(citizen, {
      currentPassword: password,
      password: otherPassword,
      passwordConfirmation: otherPassword,
    }),
  "account.sign_in_link": ({ email }) => askSignInLink(anonymous, { identifier: email }),
  "account.email": ({ citizen }) => askEmailChange(citizen, { email: newEmail(), currentPassword: password }),
  "account.email_warning": ({ citizen }) => askEmailChange(citizen, { email: newEmail(), currentPassword: password }),
  "account.email_changed": changeAddress,
  "account.email_restored": async (person) => {
    await changeAddress(person);
    return restoreEmail(anonymous, { jeton: await lastLink(person.email) });
  },
  "account.identity": async ({ email, citizen }) => {
    await askIdentityLink(anonymous, { email }, identity());
    valueOf(await linkIdentity(citizen, { currentPassword: password }, identity()));
    return unlinkIdentity(citizen);
  },
  "account.export_made": async ({ citizen }) => {
    const { exportId } = valueOf(await askExport(citizen, { currentPassword: password }));
    await makeExports();
    if ((await rowOf(exportId)).state !== "ready") throw new Error("no copy was made");
  },
  "account.idle": async () => {
    travel(701 * 24 * 60);
    await warnIdleAccounts(system, limits());
    comeBack();
  },
  "account.deletion": ({ email, citizen }) => deletionLink(citizen, email),
};
