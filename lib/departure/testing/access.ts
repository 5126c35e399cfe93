import { eq } from "drizzle-orm";
import { valueOf } from "@/db/test/citizen-demande";
import { accountRecoveries } from "@/db/schema/accounts";
import { anonymous, type Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { issueRobotCode } from "@/lib/letters/commands/verify-robot-code";
import { askRecovery } from "@/lib/accounts/commands/ask-recovery";
import { askEmailChange, confirmEmailChange } from "@/lib/accounts/commands/change-email";
import { confirmRecovery } from "@/lib/accounts/commands/confirm-recovery";
import { finaliseAccount } from "@/lib/accounts/commands/finalise-account";
import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { linkIdentity } from "@/lib/accounts/commands/link-identity";
import { resetPassword } from "@/lib/accounts/commands/reset-password";
import { signIn } from "@/lib/accounts/commands/sign-in";
import { signInWithIdentity } from "@/lib/accounts/commands/sign-in-with-identity";
import { reinstateAccount, suspendAccount } from "@/lib/accounts/commands/suspend-account";
import { recoveryDelayMinutes } from "@/lib/accounts/policy";
import { lastLink, password } from "@/lib/accounts/testing/accounts";
import { admin, agent } from "@/lib/accounts/testing/staff";
import type { AccountId, SessionId } from "@/lib/shared/ids";
import { canary, canaryEmail } from "./canaries";

type Person = { citizen: Citizen; email: string };
const citizenOf = (session: { accountId: AccountId; sessionId: SessionId }): Citizen => ({
  kind: "citizen",
  accountId: session.accountId,
  sessionId: session.sessionId,
});

/** An account that has seen everything: three addresses, FranceConnect, a lost mailbox, a suspension, and codes at each. */
export async function openAccount(): Promise<Person> {
  const [first, second] = [canaryEmail("old email"), canaryEmail("second email")];
  const { accountId } = await invite(first);
  valueOf(await askEmailChange(await signedIn(first), { email: second, currentPassword: password }));
  valueOf(await confirmEmailChange(anonymous, { jeton: await lastLink(second) }));
  const email = await recover(accountId);
  valueOf(await suspendAccount(await admin(), { accountId, reason: canary("suspension reason") }));
  valueOf(await reinstateAccount(await admin(), { accountId }));
  const citizen = await signedIn(email);
  await linkFranceConnect(citizen);
  valueOf(await issueRobotCode(anonymous, email));
  valueOf(await askEmailChange(citizen, { email: canaryEmail("asked email"), currentPassword: password }));
  return { citizen, email };
}

async function invite(email: string): Promise<Citizen> {
  await inviteAccount(anonymous, { email, kind: "personal", returnTo: `/${canary("token payload")}` });
  const names = { firstName: canary("first name"), lastName: canary("last name"), terms: true as const };
  const chosen = { password, passwordConfirmation: password, jeton: await lastLink(email) };
  const { session } = valueOf(await finaliseAccount(anonymous, { ...names, ...chosen }, "Firefox"));
  return citizenOf(session);
}

async function signedIn(identifier: string): Promise<Citizen> {
  return citizenOf(valueOf(await signIn(anonymous, { identifier, password }, canary("device"))));
}

/** Two agents give the account another address, a day after it was asked; its owner chooses a password again. */
async function recover(accountId: AccountId): Promise<string> {
  const newEmail = canaryEmail("recovered email");
  const [one, other] = [await agent(), await agent()];
  valueOf(await askRecovery(one, { accountId, newEmail, proof: canary("proof of the recovery") }));
  const [asked] = await database()
    .update(accountRecoveries)
    .set({ askedAt: clock.inMinutes(-recoveryDelayMinutes) })
    .where(eq(accountRecoveries.accountId, accountId))
    .returning({ recoveryId: accountRecoveries.id });
  if (!asked) throw new Error("nothing was asked");
  valueOf(await confirmRecovery(other, asked));
  const chosen = { password, passwordConfirmation: password };
  valueOf(await resetPassword(anonymous, { ...chosen, jeton: await lastLink(newEmail) }));
  return newEmail;
}

async function linkFranceConnect(citizen: Citizen): Promise<void> {
  const identity = { subjectHash: hashSecret("somebody"), idToken: canary("identity token") };
  valueOf(await linkIdentity(citizen, { currentPassword: password }, identity));
  valueOf(await signInWithIdentity(anonymous, identity, "Firefox"));
}
