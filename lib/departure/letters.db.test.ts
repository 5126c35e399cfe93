import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, inArray, or } from "drizzle-orm";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { valueOf } from "@/db/test/citizen-demande";
import { accountRecoveries } from "@/db/schema/accounts";
import { mailbox, outbox } from "@/db/schema/platform";
import { anonymous, type System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { post } from "@/lib/letters/outbox/post";
import { samples } from "@/lib/letters/wording/samples";
import { drainOutbox } from "@/lib/letters/jobs/drain-outbox";
import { issueRobotCode } from "@/lib/letters/commands/verify-robot-code";
import { remindUsername } from "@/lib/accounts/commands/remind-username";
import { purgeAccounts } from "@/lib/accounts/jobs/purge-accounts";
import { active, comeBack, invited, newEmail, travel } from "@/lib/accounts/testing/accounts";
import type { AccountId } from "@/lib/shared/ids";
import { accountMailKinds, type AccountMailKind } from "@/lib/vocabulary/mail-kinds";
import { mailJob } from "@/worker/jobs/mails";
import { deleteAccount } from "./commands/delete-account";
import { accountRow, deletionLink, demandeIn } from "./testing/leaver";
import { set, writers, type Person } from "./testing/letters";

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

/** Deletes the account as it is now, once nothing holds it, from an address that it did not have before, and gives this address. */
async function leaveFrom({ citizen }: Person): Promise<string> {
  const email = newEmail();
  await set(citizen.accountId, { status: "active", suspendedAt: null, frozenAt: null, frozenParties: null, email });
  await database().execute("delete from account_tokens where purpose = 'email_restore'");
  await database()
    .update(accountRecoveries)
    .set({ state: "refused" })
    .where(eq(accountRecoveries.accountId, citizen.accountId));
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
    const key = `demande:${demande.id}:essai`;
    const { accountId } = person.citizen;
    const recipient = { to: person.email, name: null, accountId, key };
    await database().transaction((tx) => post(tx, "demande.taken", samples["demande.taken"], recipient));
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
    const { putInMailbox } = await import("@/lib/ports/mail/kept-letters");
    await drainOutbox(system, {
      deliver: {
        email: async ({ key, to }) => {
          if (key.startsWith("account.username")) await leaveFrom(person);
          await putInMailbox({ key, to, from: "ville@example.org", subject: "s", text: "t", html: "h" });
        },
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
