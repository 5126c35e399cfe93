import { eq } from "drizzle-orm";
import { accounts, accountSessions, accountTokens } from "@/db/schema/accounts";
import { outbox } from "@/db/schema/platform";
import { anonymous } from "@/lib/kernel/actor";
import { hashSecret, newSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { findAccountSession } from "../queries/find-account-session";
import { findLink } from "../queries/find-link";
import { getProfile } from "../queries/get-profile";
import {
  accountOf,
  active,
  comeBack,
  invited,
  lastLink,
  lettersTo,
  newEmail,
  password,
  travel,
  verbsOf,
  names,
} from "../testing/accounts";
import { finaliseAccount } from "./finalise-account";
import { inviteAccount } from "./invite-account";
import { askPasswordReset } from "./reset-password";

afterEach(comeBack);
afterAll(() => database().$client.end());

describe("inviteAccount (F10–F12)", () => {
  it("mails a link to an address that has no account, and keeps its kind", async () => {
    const email = newEmail();
    expect(await inviteAccount(anonymous, { email, kind: "professional" })).toEqual({ ok: true, value: null });
    const account = await accountOf(email);
    expect(account).toMatchObject({ status: "invited", kind: "professional", passwordHash: null });
    expect(await lettersTo(email)).toEqual([
      expect.objectContaining({ subject: "Finalisez la création de votre compte" }),
    ]);
    expect(await verbsOf(account.id)).toEqual(["account.invited"]);
  });

  it("answers the same to an address that has one, and the letter says so without any link of creation", async () => {
    const { email } = await active();
    expect(await inviteAccount(anonymous, { email, kind: "personal" })).toEqual({ ok: true, value: null });
    const [letter] = await lettersTo(email);
    expect(letter).toMatchObject({ subject: "Vous avez déjà un compte", action: { path: "/connexion" } });
  });

  it("voids the earlier link when it sends another", async () => {
    const first = await invited();
    const second = await invited(first.email);
    expect(await findLink(first.jeton, "activation")).toEqual({ state: "expired" });
    expect(await findLink(second.jeton, "activation")).toEqual({ state: "valid", email: first.email });
  });

  it("stops mailing one address after five letters in an hour, with the same answer", async () => {
    const email = newEmail();
    for (let i = 0; i < 7; i += 1) expect((await inviteAccount(anonymous, { email, kind: "personal" })).ok).toBe(true);
    expect(await lettersTo(email)).toHaveLength(5);
  });

  it("makes one account of twenty invitations at once", async () => {
    const email = newEmail();
    await Promise.all(Array.from({ length: 20 }, () => inviteAccount(anonymous, { email, kind: "personal" })));
    expect(await database().select().from(accounts).where(eq(accounts.email, email))).toHaveLength(1);
  });
});

describe("finaliseAccount (F15–F18, F32)", () => {
  it("activates the account, gives the identifiant, mails it and signs in", async () => {
    const { email, username, session, citizen } = await active();
    expect(username).toMatch(/^elodie\.d-aubigne\d*$/);
    expect(await getProfile(citizen)).toMatchObject({ email, username, firstName: "Élodie" });
    expect(await findAccountSession(hashSecret(session.secret))).toMatchObject({ accountId: session.accountId });
    expect((await lettersTo(email))[0]?.facts).toEqual([{ label: "Identifiant", value: username }]);
    expect(await verbsOf(session.accountId)).toEqual(["account.invited", "account.activated"]);
  });

  it("keeps neither the password nor the secrets of links and sessions", async () => {
    const { session, email } = await active();
    const rows = [
      ...(await database().select().from(accounts)),
      ...(await database().select().from(accountSessions)),
      ...(await database().select().from(accountTokens)),
      ...(await database().select().from(outbox)),
    ];
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(session.secret);
    expect(stored).not.toContain(password);
    expect((await accountOf(email)).passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("numbers homonyms, even when ten finish at once", async () => {
    const invitations = await Promise.all(Array.from({ length: 10 }, () => invited()));
    const made = await Promise.all(
      invitations.map(({ jeton }) =>
        finaliseAccount(
          anonymous,
          { ...names, lastName: "Homonyme", password, passwordConfirmation: password, jeton },
          "d",
        ),
      ),
    );
    const usernames = made.map((result) => (result.ok ? result.value.username : result.reason));
    expect(usernames.toSorted()).toEqual(["", 10, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `elodie.homonyme${n}`).toSorted());
  });

  it("refuses a weak password and leaves the link usable", async () => {
    const { jeton, email } = await invited();
    const weak = { ...names, password: "azertyuiop12", passwordConfirmation: "azertyuiop12", jeton };
    expect(await finaliseAccount(anonymous, weak, "d")).toMatchObject({ ok: false, reason: "weak_password" });
    expect(await findLink(jeton, "activation")).toEqual({ state: "valid", email });
  });

  it("uses a link once, whoever presses at the same time", async () => {
    const { jeton } = await invited();
    const input = { ...names, password, passwordConfirmation: password, jeton };
    const results = await Promise.all(Array.from({ length: 8 }, () => finaliseAccount(anonymous, input, "d")));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "used")).toHaveLength(7);
  });

  it.each([
    ["expired", async (): Promise<string> => (await invited()).jeton, 24 * 60 + 1],
    ["unknown", async (): Promise<string> => newSecret(), 0],
    ["unknown", async (): Promise<string> => (await invited()).jeton.slice(0, -1), 0],
    ["unknown", async (): Promise<string> => "", 0],
  ] as const)("says that a link is %s", async (state, make, minutes) => {
    const jeton = await make();
    travel(minutes);
    expect(await findLink(jeton, "activation")).toEqual({ state });
    expect(
      await finaliseAccount(anonymous, { ...names, password, passwordConfirmation: password, jeton }, "d"),
    ).toEqual({ ok: false, reason: state });
  });

  it("does not take a link made for something else", async () => {
    const { email } = await active();
    await askPasswordReset(anonymous, { identifier: email });
    const jeton = await lastLink(email);
    expect(await findLink(jeton, "activation")).toEqual({ state: "unknown" });
    expect(await findLink(jeton, "password_reset")).toMatchObject({ state: "valid" });
  });
});
