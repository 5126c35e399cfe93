import { eq } from "drizzle-orm";
import { meanwhile } from "@/db/test/meanwhile";
import { accountIdentities, accounts, accountSessions, accountTokens } from "@/db/schema/accounts";
import { outbox } from "@/db/schema/platform";
import { anonymous } from "@/lib/kernel/actor";
import { hashSecret, newSecret } from "@/lib/kernel/crypto";
import { database, type Tx } from "@/lib/kernel/database";
import type { AccountId } from "@/lib/shared/ids";
import { findIdentityOwner } from "../access/identities";
import { active, lastLink, newEmail, password, verbsOf } from "../testing/accounts";
import { askEmailChange, confirmEmailChange } from "./change-email";
import { linkAndSignIn, linkIdentity } from "./link-identity";
import { askIdentityLink, confirmIdentityLink } from "./link-identity-by-mail";
import { askPasswordReset, resetPassword } from "./reset-password";
import { restoreEmail } from "./restore-email";
import { askSignInLink, openSignInLink } from "./open-sign-in-link";
import { signInWithIdentity } from "./sign-in-with-identity";
import { unlinkIdentity } from "./unlink-identity";

jest.setTimeout(60_000);
afterAll(() => database().$client.end());

const identity = () => ({ subjectHash: hashSecret(newSecret()), idToken: "a.b.c" });
const proof = { currentPassword: password };
const chosen = { password, passwordConfirmation: password };

/** What an account may become while somebody else's request waits. */
const endings: [string, (tx: Tx, id: AccountId) => Promise<unknown>][] = [
  ["suspended", (tx, id) => tx.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, id))],
  [
    "deleted",
    (tx, id) =>
      tx.update(accounts).set({ status: "deleted", email: null, passwordHash: null }).where(eq(accounts.id, id)),
  ],
];

/** What it has: nothing of it may grow. */
async function belongingsOf(id: AccountId) {
  return {
    identities: await database().$count(accountIdentities, eq(accountIdentities.accountId, id)),
    sessions: await database().$count(accountSessions, eq(accountSessions.accountId, id)),
    tokens: await database().$count(accountTokens, eq(accountTokens.accountId, id)),
    letters: await database().$count(outbox, eq(outbox.accountId, id)),
    row: await database().select().from(accounts).where(eq(accounts.id, id)),
    verbs: await verbsOf(id),
  };
}

describe.each(endings)("an account %s while somebody acts on it", (status, end) => {
  type Person = Awaited<ReturnType<typeof active>>;
  const acts: [string, (person: Person) => Promise<() => Promise<unknown>>][] = [
    ["links an identity", ({ citizen }) => Promise.resolve(() => linkIdentity(citizen, proof, identity()))],
    [
      "links an identity and signs in",
      ({ email }) => Promise.resolve(() => linkAndSignIn(anonymous, { identifier: email, password }, identity(), "d")),
    ],
    [
      "confirms an identity by its letter",
      async ({ email }) => {
        const proved = identity();
        await askIdentityLink(anonymous, { email }, proved);
        const jeton = await lastLink(email);
        return () => confirmIdentityLink(anonymous, { jeton }, proved, "d");
      },
    ],
    [
      "signs in with an identity",
      async ({ citizen }) => {
        const proved = identity();
        expect((await linkIdentity(citizen, proof, proved)).ok).toBe(true);
        return () => signInWithIdentity(anonymous, proved, "d");
      },
    ],
    [
      "asks to change its address",
      ({ citizen }) => Promise.resolve(() => askEmailChange(citizen, { email: newEmail(), ...proof })),
    ],
    [
      "confirms a new address",
      async ({ citizen }) => {
        const email = newEmail();
        await askEmailChange(citizen, { email, ...proof });
        const jeton = await lastLink(email);
        return () => confirmEmailChange(anonymous, { jeton });
      },
    ],
    [
      "takes its address back",
      async ({ citizen, email: before }) => {
        const email = newEmail();
        await askEmailChange(citizen, { email, ...proof });
        await confirmEmailChange(anonymous, { jeton: await lastLink(email) });
        const jeton = await lastLink(before);
        return () => restoreEmail(anonymous, { jeton });
      },
    ],
    [
      "chooses a password by link",
      async ({ email }) => {
        await askPasswordReset(anonymous, { identifier: email });
        const jeton = await lastLink(email);
        return () => resetPassword(anonymous, { jeton, ...chosen });
      },
    ],
    [
      "signs in by link",
      async ({ email }) => {
        await askSignInLink(anonymous, { identifier: email });
        const jeton = await lastLink(email);
        return () => openSignInLink(anonymous, { jeton }, "d");
      },
    ],
  ];

  it.each(acts)("gives nothing to who %s", async (_what, begin) => {
    const person = await active();
    const { accountId } = person.citizen;
    const act = await begin(person);
    const before = await belongingsOf(accountId);
    const answer = await meanwhile((tx) => end(tx, accountId), act);
    expect(answer instanceof Error || !(answer as { ok: boolean }).ok).toBe(true);
    const { row, verbs, ...counts } = await belongingsOf(accountId);
    expect(row).toMatchObject([{ status }]);
    expect(counts).toEqual({
      identities: before.identities,
      sessions: before.sessions,
      tokens: before.tokens,
      letters: before.letters,
    });
    expect(verbs.filter((verb) => verb !== "account.sign_in_failed")).toEqual(before.verbs);
  });
});

describe("identities at the same instant", () => {
  it("of two links of one identity to one account, it is written and told once", async () => {
    const { citizen } = await active();
    const proved = identity();
    const before = await belongingsOf(citizen.accountId);
    const answers = await Promise.all([linkIdentity(citizen, proof, proved), linkIdentity(citizen, proof, proved)]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const after = await belongingsOf(citizen.accountId);
    expect([after.identities, after.letters - before.letters]).toEqual([1, 1]);
    expect(after.verbs.filter((verb) => verb === "account.identity_linked")).toHaveLength(1);
  });

  it("of two accounts that link one identity, one has it", async () => {
    const [one, other] = [await active(), await active()];
    const proved = identity();
    const answers = await Promise.all([one, other].map(({ citizen }) => linkIdentity(citizen, proof, proved)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: "not_linkable" }]);
    const owner = await database().transaction((tx) => findIdentityOwner(tx, proved.subjectHash));
    expect(owner).toBe([one, other][answers.findIndex(({ ok }) => ok)]?.citizen.accountId);
  });

  it("a password changed meanwhile links nothing any more", async () => {
    const { citizen } = await active();
    const answer = await meanwhile(
      (tx) => tx.update(accounts).set({ passwordHash: "autre" }).where(eq(accounts.id, citizen.accountId)),
      () => linkIdentity(citizen, proof, identity()),
    );
    expect(answer).toEqual({ ok: false, reason: "wrong_password" });
    expect((await belongingsOf(citizen.accountId)).identities).toBe(0);
  });

  it("an identity unlinked meanwhile signs nobody in", async () => {
    const { citizen } = await active();
    const proved = identity();
    expect((await linkIdentity(citizen, proof, proved)).ok).toBe(true);
    const before = await belongingsOf(citizen.accountId);
    const answer = await meanwhile(
      async (tx) => {
        await tx.select().from(accounts).where(eq(accounts.id, citizen.accountId)).for("update");
        await tx.delete(accountIdentities).where(eq(accountIdentities.accountId, citizen.accountId));
      },
      () => signInWithIdentity(anonymous, proved, "d"),
    );
    expect(answer).toEqual({ ok: false, reason: "unknown" });
    expect((await belongingsOf(citizen.accountId)).sessions).toBe(before.sessions);
    expect(await unlinkIdentity(citizen)).toMatchObject({ ok: false });
  });
});

describe("a letter of access asked while the address changes hands", () => {
  it.each([
    ["a lost password", (email: string) => askPasswordReset(anonymous, { identifier: email })],
    ["a sign-in by link", (email: string) => askSignInLink(anonymous, { identifier: email })],
    ["an identity to link", (email: string) => askIdentityLink(anonymous, { email }, identity())],
  ])("%s: nothing is written to the address that went", async (_which, ask) => {
    const { email, citizen } = await active();
    const written = async () => [
      await database().$count(accountTokens, eq(accountTokens.accountId, citizen.accountId)),
      await database().$count(outbox, eq(outbox.accountId, citizen.accountId)),
    ];
    const before = await written();
    const answer = await meanwhile(
      (tx) => tx.update(accounts).set({ email: newEmail() }).where(eq(accounts.id, citizen.accountId)),
      () => ask(email),
    );
    expect(answer).toEqual({ ok: true, value: null });
    expect(await written()).toEqual(before);
  });
});
