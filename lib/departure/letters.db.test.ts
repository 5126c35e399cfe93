import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, inArray, or } from "drizzle-orm";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { valueOf } from "@/db/test/citizen-demande";
import { accountRecoveries, accounts } from "@/db/schema/accounts";
import { mailbox, outbox } from "@/db/schema/platform";
import { anonymous, type Citizen, type System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/outbox";
import { drainOutbox } from "@/lib/kernel/outbox-drain";
import { issueRobotCode } from "@/lib/kernel/robot-codes";
import { askRecovery } from "@/lib/accounts/commands/ask-recovery";
import { askEmailChange, confirmEmailChange } from "@/lib/accounts/commands/change-email";
import { changePassword } from "@/lib/accounts/commands/change-password";
import { changeUsername } from "@/lib/accounts/commands/change-username";
import { acceptChanges, refuseChanges } from "@/lib/accounts/commands/decide-changes";
import { confirmRecovery, refuseRecovery } from "@/lib/accounts/commands/decide-recovery";
import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { linkIdentity } from "@/lib/accounts/commands/link-identity";
import { askIdentityLink } from "@/lib/accounts/commands/link-identity-by-mail";
import { remindUsername } from "@/lib/accounts/commands/remind-username";
import { askPasswordReset } from "@/lib/accounts/commands/reset-password";
import { restoreEmail } from "@/lib/accounts/commands/restore-email";
import { askSignInLink } from "@/lib/accounts/commands/sign-in-link";
import { reinstateAccount, suspendAccount } from "@/lib/accounts/commands/suspend-account";
import { unlinkIdentity } from "@/lib/accounts/commands/unlink-identity";
import { refuseValidation, validateAccount } from "@/lib/accounts/commands/validate-account";
import { heldVersion } from "@/lib/accounts/held-changes";
import { purgeAccounts } from "@/lib/accounts/jobs";
import { recoveryDelayMinutes } from "@/lib/accounts/policy";
import { stopRecoveries } from "@/lib/accounts/stop-recoveries";
import { active, comeBack, invited, lastLink, newEmail, otherPassword, password, travel } from "@/lib/accounts/testing";
import { admin, agent } from "@/lib/accounts/testing-staff";
import { askExport } from "@/lib/exports/commands/ask-export";
import { makeNextExport } from "@/lib/exports/commands/make-export";
import type { AccountId } from "@/lib/shared/ids";
import { accountMailKinds, type AccountMailKind } from "@/lib/vocabulary/mail-kinds";
import { mailJob } from "@/worker/jobs/mails";
import { deleteAccount } from "./commands/delete-account";
import { warnIdleAccounts } from "./jobs/idle-accounts";
import { accountRow, deletionLink, demandeIn } from "./testing";

/** T4: a letter goes with the account that it was written for, whatever its key, and whatever the address was at the time. */
jest.setTimeout(60_000);

const system: System = { kind: "system", job: "test" };
const limits = { signal: new AbortController().signal, until: new Date("2100-01-01") };

let folder: string;
let town: Town;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parvis-letters-"));
  process.env.PARVIS_DATA_DIR = folder;
  town = await buildTown();
});
afterEach(comeBack);
afterAll(() => rm(folder, { recursive: true, force: true }));

type Person = { email: string; citizen: Citizen };
const identity = () => ({ subjectHash: hashSecret(newEmail()), idToken: "a.b.c" });
const pendingProfile = { lastName: "Martin" };
const set = (accountId: AccountId, changes: Partial<typeof accounts.$inferInsert>) =>
  database().update(accounts).set(changes).where(eq(accounts.id, accountId));

async function changeAddress({ citizen }: Person): Promise<string> {
  const address = newEmail();
  valueOf(await askEmailChange(citizen, { email: address, currentPassword: password }));
  valueOf(await confirmEmailChange(anonymous, { jeton: await lastLink(address) }));
  return address;
}

async function openRecovery({ citizen: { accountId } }: Person) {
  valueOf(await askRecovery(await agent(), { accountId, newEmail: newEmail(), proof: "Carte vue." }));
  const since = clock.inMinutes(-recoveryDelayMinutes);
  const rows = await database()
    .update(accountRecoveries)
    .set({ askedAt: since })
    .where(eq(accountRecoveries.accountId, accountId))
    .returning({ recoveryId: accountRecoveries.id });
  if (!rows[0]) throw new Error("nothing was asked");
  return rows[0];
}

/** What makes the portal write each kind of letter: a new kind breaks the build until it has its line. */
const writers: Record<AccountMailKind, (person: Person) => Promise<unknown>> = {
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
  "account.recovery_asked": openRecovery,
  "account.recovery_refused": async (person) => refuseRecovery(await agent(), await openRecovery(person)),
  "account.recovery_confirmed": async (person) => confirmRecovery(await agent(), await openRecovery(person)),
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
    valueOf(await askExport(citizen, { currentPassword: password }));
    expect(await makeNextExport(system, limits)).toBe("made");
  },
  "account.idle": async () => {
    travel(701 * 24 * 60);
    expect(await warnIdleAccounts(system, limits)).toBeGreaterThan(0);
    comeBack();
  },
  "account.deletion": ({ email, citizen }) => deletionLink(citizen, email),
};

/** Deletes the account as it is now, once nothing holds it, from an address that it did not have before, and gives this address. */
async function leaveFrom({ citizen }: Person): Promise<string> {
  const email = newEmail();
  await set(citizen.accountId, { status: "active", suspendedAt: null, email });
  await database().execute("delete from account_tokens where purpose = 'email_restore'");
  await database().transaction((tx) => stopRecoveries(tx, citizen.accountId));
  valueOf(await deleteAccount(anonymous, { jeton: await deletionLink(citizen, email) }));
  return email;
}

const lettersOf = (accountId: AccountId, kind: AccountMailKind) =>
  database()
    .select({ key: outbox.key })
    .from(outbox)
    .where(and(eq(outbox.accountId, accountId), eq(outbox.kind, kind)));

/** What is left in the outbox and in the mailbox of letters that were there, or went to an address. */
async function leftOf(keys: string[], address: string) {
  const inOutbox = await database()
    .select({ key: outbox.key })
    .from(outbox)
    .where(or(inArray(outbox.key, keys), eq(outbox.recipientHash, recipientHash(address))));
  const inMailbox = await database()
    .select({ key: mailbox.key })
    .from(mailbox)
    .where(or(inArray(mailbox.key, keys), eq(mailbox.recipient, address)));
  return [...inOutbox, ...inMailbox].map(({ key }) => key);
}

describe.each(accountMailKinds)("a letter « %s »", (kind) => {
  it.each(["sent", "waiting"] as const)("names its account, and goes with it: %s", async (state) => {
    const person = await active();
    const { accountId } = person.citizen;
    await writers[kind](person);
    const letters = await lettersOf(accountId, kind);
    expect(letters.length).toBeGreaterThan(0);
    if (state === "sent") {
      await database().update(outbox).set({ nextAttemptAt: clock.now() });
      await mailJob.run(system, limits);
      const keys = letters.map(({ key }) => key);
      expect(await database().$count(mailbox, inArray(mailbox.key, keys))).toBe(keys.length);
    }
    const all = await database().select({ key: outbox.key }).from(outbox).where(eq(outbox.accountId, accountId));
    const last = await leaveFrom(person);
    expect(
      await leftOf(
        all.map(({ key }) => key),
        person.email,
      ),
    ).toEqual([]);
    const left = await leftOf([], last);
    expect(left).toEqual([expect.stringMatching(/^account\.deleted:/)]);
    // Kept a year beside the address: it must not lead from there to the account in the journal.
    expect(left.join()).not.toContain(accountId);
  });
});

describe("letters around an account that goes", () => {
  it("those of a demande that goes on still leave, in nobody’s name", async () => {
    const person = await active();
    const demande = await demandeIn(town, person.citizen, "pending");
    const { queueMail } = await import("@/lib/kernel/outbox");
    const key = `demande:${demande.id}:essai`;
    const content = { subject: "Essai", greeting: "Bonjour,", paragraphs: [] };
    const { accountId } = person.citizen;
    await database().transaction((tx) =>
      queueMail(tx, { to: person.email, kind: "demande.status", accountId, key, content }),
    );
    await leaveFrom(person);
    const [left] = await database().select().from(outbox).where(eq(outbox.key, key));
    expect(left).toMatchObject({ state: "waiting", accountId: null });
  });

  it("those of another account to an address that passed to it stay", async () => {
    const [one, other] = [await active(), await active()];
    await set(one.citizen.accountId, { email: newEmail() });
    await set(other.citizen.accountId, { email: one.email });
    const before = await database().$count(outbox, eq(outbox.accountId, one.citizen.accountId));
    const jeton = await deletionLink(other.citizen, one.email);
    valueOf(await deleteAccount(anonymous, { jeton }));
    expect(before).toBeGreaterThan(0);
    expect(await database().$count(outbox, eq(outbox.accountId, one.citizen.accountId))).toBe(before);
  });

  it("a code of the robot check sent to an earlier address goes too, once it opens nothing", async () => {
    const person = await active();
    valueOf(await issueRobotCode(anonymous, person.email));
    travel(11);
    await leaveFrom(person);
    expect(await leftOf([], person.email)).toEqual([]);
  });

  it("one that was leaving at that very moment is not kept by the mailbox", async () => {
    const person = await active();
    await mailJob.run(system, limits);
    await remindUsername(anonymous, { email: person.email });
    const { putInMailbox } = await import("@/lib/kernel/mailbox");
    await drainOutbox(system, {
      deliver: async ({ key, to }) => {
        if (key.startsWith("account.username")) await leaveFrom(person);
        await putInMailbox({ key, to, from: "ville@example.org", subject: "s", text: "t", html: "h" });
      },
    });
    expect(await leftOf([], person.email)).toEqual([]);
    expect(await accountRow(person.citizen.accountId)).toMatchObject({ status: "deleted" });
  });

  it("those of an inscription that nobody finished go with it", async () => {
    const { email } = await invited();
    await mailJob.run(system, limits);
    expect((await leftOf([], email)).length).toBe(2);
    travel(11 * 24 * 60);
    await purgeAccounts(system, limits);
    expect(await leftOf([], email)).toEqual([]);
  });
});
