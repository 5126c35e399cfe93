import { desc, eq } from "drizzle-orm";
import { accounts, accountSessions, accountTokens } from "@/db/schema/accounts";
import { auditEvents, outbox } from "@/db/schema/platform";
import { anonymous, type Citizen } from "@/lib/kernel/actor";
import { setClock } from "@/lib/kernel/clock";
import { hashSecret, newSecret, unseal } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/outbox";
import type { MailContent } from "@/lib/shared/mail-content";
import type { AccountId } from "@/lib/shared/ids";
import { findAccountSession, findLink, getProfile } from "../queries";
import { changePassword } from "./change-password";
import { finaliseAccount } from "./finalise-account";
import { inviteAccount } from "./invite-account";
import { remindUsername } from "./remind-username";
import { askPasswordReset, resetPassword } from "./reset-password";
import { signOut } from "./sessions";
import { signIn } from "./sign-in";

const password = "quatre moulins bleus sautent";
const other = "cinq renards verts dansent";
const names = { firstName: "Élodie", lastName: "D’Aubigné", terms: true as const };
let count = 0;
const newEmail = () => `personne${(count += 1)}@example.org`;
let restore: () => void = () => undefined;
const travel = (minutes: number) => {
  restore();
  const start = Date.now();
  restore = setClock(() => new Date(start + minutes * 60_000));
};

afterEach(() => restore());
afterAll(() => database().$client.end());

async function lettersTo(email: string): Promise<MailContent[]> {
  const rows = await database()
    .select()
    .from(outbox)
    .where(eq(outbox.recipientHash, recipientHash(email)))
    .orderBy(desc(outbox.id));
  return rows.map(({ content }) => (JSON.parse(unseal("outbox", content ?? "")) as { content: MailContent }).content);
}

async function lastLink(email: string): Promise<string> {
  const [letter] = await lettersTo(email);
  return new URL(letter?.action?.path ?? "/", "http://x").searchParams.get("jeton") ?? "";
}

async function accountOf(email: string) {
  const [row] = await database().select().from(accounts).where(eq(accounts.email, email));
  if (!row) throw new Error("no account");
  return row;
}

async function verbsOf(id: AccountId): Promise<string[]> {
  const rows = await database()
    .select({ verb: auditEvents.verb })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, id))
    .orderBy(auditEvents.id);
  return rows.map(({ verb }) => verb);
}

async function invited(email = newEmail()) {
  await inviteAccount(anonymous, { email, kind: "personal" });
  return { email, jeton: await lastLink(email) };
}

async function active(email = newEmail(), chosen = password) {
  const { jeton } = await invited(email);
  const result = await finaliseAccount(
    anonymous,
    { ...names, password: chosen, passwordConfirmation: chosen, jeton },
    "Firefox sur Linux",
  );
  if (!result.ok) throw new Error(result.reason);
  const { session } = result.value;
  const citizen: Citizen = { kind: "citizen", accountId: session.accountId, sessionId: session.sessionId, guest: null };
  return { email, citizen, ...result.value };
}

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
    ["expired", async () => (await invited()).jeton, 24 * 60 + 1],
    ["unknown", async () => newSecret(), 0],
    ["unknown", async () => (await invited()).jeton.slice(0, -1), 0],
    ["unknown", async () => "", 0],
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

describe("signIn (F38)", () => {
  it("takes the e-mail or the identifiant, and gives a new session each time", async () => {
    const { email, username, session } = await active();
    const one = await signIn(anonymous, { identifier: email, password }, "d");
    const two = await signIn(anonymous, { identifier: username, password }, "d");
    if (!one.ok || !two.ok) throw new Error("refused");
    expect(new Set([session.secret, one.value.secret, two.value.secret]).size).toBe(3);
    expect(await verbsOf(session.accountId)).toContain("account.signed_in");
  });

  it("takes the same password however its accents were typed", async () => {
    const chosen = "là-haut vers la forêt dorée";
    const { email } = await active(newEmail(), chosen.normalize("NFD"));
    expect((await signIn(anonymous, { identifier: email, password: chosen.normalize("NFC") }, "d")).ok).toBe(true);
  });

  it("ends the session that the same browser had", async () => {
    const { email, citizen, session } = await active();
    await signIn(citizen, { identifier: email, password }, "d");
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
  });

  it("refuses alike a wrong password, an unknown person and an account not finished", async () => {
    const { email, session } = await active();
    const pending = await invited();
    for (const identifier of [email, "inconnu@example.org", "personne.inconnue", pending.email])
      expect(await signIn(anonymous, { identifier, password: "mauvais" }, "d")).toEqual({
        ok: false,
        reason: "bad_credentials",
      });
    expect(await verbsOf(session.accountId)).toContain("account.sign_in_failed");
  });

  it("refuses a suspended account and ends what it had open", async () => {
    const { email, session } = await active();
    await database().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, session.accountId));
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
    expect(await signIn(anonymous, { identifier: email, password }, "d")).toEqual({
      ok: false,
      reason: "bad_credentials",
    });
  });

  it.each([
    ["an account", async () => (await active()).email],
    ["nobody", async () => newEmail()],
  ])(
    "makes each try wait longer after five failures on %s, counts a burst, and never locks for good",
    async (_who, make) => {
      const identifier = await make();
      const fail = () => signIn(anonymous, { identifier, password: "mauvais" }, "d");
      const burst = await Promise.all(Array.from({ length: 12 }, fail));
      expect(burst.filter((result) => !result.ok && result.reason === "bad_credentials")).toHaveLength(5);
      expect(await fail()).toMatchObject({ reason: "delayed", details: { seconds: "2" } });
      let minutes = 0;
      let compared = 5;
      for (let i = 0; i < 60; i += 1) {
        travel((minutes += 16));
        const result = await fail();
        if (!result.ok && result.reason === "bad_credentials") compared += 1;
      }
      expect(compared).toBe(25);
      travel(minutes + 24 * 60);
      expect(await fail()).toEqual({ ok: false, reason: "bad_credentials" });
    },
  );

  it("forgets the failures once the right password is given", async () => {
    const { email } = await active();
    for (let i = 0; i < 4; i += 1) await signIn(anonymous, { identifier: email, password: "mauvais" }, "d");
    expect((await signIn(anonymous, { identifier: email, password }, "d")).ok).toBe(true);
    for (let i = 0; i < 4; i += 1) await signIn(anonymous, { identifier: email, password: "mauvais" }, "d");
    expect((await signIn(anonymous, { identifier: email, password }, "d")).ok).toBe(true);
  });
});

describe("a session", () => {
  it("ends after thirty idle minutes, after twelve hours, and at sign-out", async () => {
    const { session, email, citizen } = await active();
    travel(29);
    expect(await findAccountSession(hashSecret(session.secret))).not.toBeNull();
    travel(31);
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
    travel(0);
    const again = await signIn(anonymous, { identifier: email, password }, "d");
    if (!again.ok) throw new Error("refused");
    await database()
      .update(accountSessions)
      .set({ idleExpiresAt: new Date(Date.now() + 86_400_000) })
      .where(eq(accountSessions.id, again.value.sessionId));
    travel(12 * 60 + 1);
    expect(await findAccountSession(hashSecret(again.value.secret))).toBeNull();
    travel(0);
    await signOut(citizen);
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
    expect(await verbsOf(citizen.accountId)).toContain("account.signed_out");
  });
});

describe("lost password (T3)", () => {
  it("mails a link that sets another password, ends every session and says so", async () => {
    const { email, session, username } = await active();
    expect(await askPasswordReset(anonymous, { identifier: username })).toEqual({ ok: true, value: null });
    const jeton = await lastLink(email);
    expect(await resetPassword(anonymous, { jeton, password: other, passwordConfirmation: other })).toEqual({
      ok: true,
      value: null,
    });
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
    expect((await signIn(anonymous, { identifier: email, password }, "d")).ok).toBe(false);
    expect((await signIn(anonymous, { identifier: email, password: other }, "d")).ok).toBe(true);
    expect((await lettersTo(email))[0]?.subject).toBe("Votre mot de passe a été modifié");
    expect(await verbsOf(session.accountId)).toEqual(
      expect.arrayContaining(["account.password_reset_asked", "account.password_changed"]),
    );
    expect(await resetPassword(anonymous, { jeton, password: other, passwordConfirmation: other })).toEqual({
      ok: false,
      reason: "used",
    });
  });

  it("answers the same for somebody unknown, and writes nothing", async () => {
    const email = newEmail();
    expect(await askPasswordReset(anonymous, { identifier: email })).toEqual({ ok: true, value: null });
    expect(await lettersTo(email)).toEqual([]);
  });

  it("lets the owner in again after a storm of wrong passwords", async () => {
    const { email } = await active();
    await Promise.all(
      Array.from({ length: 30 }, () => signIn(anonymous, { identifier: email, password: "mauvais" }, "d")),
    );
    await askPasswordReset(anonymous, { identifier: email });
    await resetPassword(anonymous, { jeton: await lastLink(email), password: other, passwordConfirmation: other });
    expect((await signIn(anonymous, { identifier: email, password: other }, "d")).ok).toBe(true);
  });

  it("expires after thirty minutes, and refuses a weak password without being used up", async () => {
    const { email } = await active();
    await askPasswordReset(anonymous, { identifier: email });
    const jeton = await lastLink(email);
    const weak = "elodie elodie elodie";
    expect(await resetPassword(anonymous, { jeton, password: weak, passwordConfirmation: weak })).toMatchObject({
      reason: "weak_password",
    });
    travel(31);
    expect(await resetPassword(anonymous, { jeton, password: other, passwordConfirmation: other })).toEqual({
      ok: false,
      reason: "expired",
    });
  });

  it("sends the activation again to who never finished", async () => {
    const { email } = await invited();
    await askPasswordReset(anonymous, { identifier: email });
    expect((await lettersTo(email))[0]?.subject).toBe("Finalisez la création de votre compte");
  });
});

describe("remindUsername (F64)", () => {
  it("mails the identifiant to its owner, and nothing to anybody else", async () => {
    const { email, username, session } = await active();
    const stranger = newEmail();
    for (const address of [email, stranger])
      expect(await remindUsername(anonymous, { email: address })).toEqual({ ok: true, value: null });
    expect((await lettersTo(email))[0]?.facts).toEqual([{ label: "Identifiant", value: username }]);
    expect(await lettersTo(stranger)).toEqual([]);
    expect(await verbsOf(session.accountId)).toContain("account.username_reminded");
  });
});

describe("changePassword (F123)", () => {
  const change = (citizen: Citizen, currentPassword: string) =>
    changePassword(citizen, { currentPassword, password: other, passwordConfirmation: other });

  it("recalls the present password, keeps this session and ends the others", async () => {
    const { email, citizen, session } = await active();
    const elsewhere = await signIn(anonymous, { identifier: email, password }, "d");
    if (!elsewhere.ok) throw new Error("refused");
    expect(await change(citizen, password)).toEqual({ ok: true, value: null });
    expect(await findAccountSession(hashSecret(session.secret))).not.toBeNull();
    expect(await findAccountSession(hashSecret(elsewhere.value.secret))).toBeNull();
    expect((await lettersTo(email))[0]?.subject).toBe("Votre mot de passe a été modifié");
    expect(await verbsOf(citizen.accountId)).toContain("account.password_changed");
  });

  it("refuses a wrong present password, then makes tries wait", async () => {
    const { citizen } = await active();
    for (let i = 0; i < 5; i += 1)
      expect(await change(citizen, "faux")).toEqual({ ok: false, reason: "wrong_password" });
    expect(await change(citizen, password)).toMatchObject({ ok: false, reason: "delayed" });
  });

  it("finds nothing for an account that is no longer active", async () => {
    const { citizen } = await active();
    await database().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, citizen.accountId));
    await expect(change(citizen, password)).rejects.toThrow("introuvable");
  });
});
