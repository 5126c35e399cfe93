import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { anonymous, type Citizen } from "@/lib/kernel/actor";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { findAccountSession } from "../queries/find-account-session";
import {
  active,
  comeBack,
  stopClock,
  invited,
  lastLink,
  lettersTo,
  newEmail,
  otherPassword,
  password,
  travel,
  verbsOf,
} from "../testing/accounts";
import { lockVerified } from "../access/lock-verified";
import { askEmailChange, confirmEmailChange } from "./change-email";
import { changePassword } from "./change-password";
import { remindUsername } from "./remind-username";
import { askPasswordReset, resetPassword } from "./reset-password";
import { signIn } from "./sign-in";

beforeEach(stopClock);
afterEach(comeBack);
afterAll(() => database().$client.end());

describe("lost password (T3)", () => {
  it("mails a link that sets another password, ends every session and says so", async () => {
    const { email, session, username } = await active();
    expect(await askPasswordReset(anonymous, { identifier: username })).toEqual({ ok: true, value: null });
    const jeton = await lastLink(email);
    expect(
      await resetPassword(anonymous, { jeton, password: otherPassword, passwordConfirmation: otherPassword }),
    ).toEqual({
      ok: true,
      value: { isIdentityLinked: false },
    });
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
    expect((await signIn(anonymous, { identifier: email, password }, "d")).ok).toBe(false);
    expect((await signIn(anonymous, { identifier: email, password: otherPassword }, "d")).ok).toBe(true);
    expect((await lettersTo(email))[0]?.subject).toBe("Votre mot de passe a été modifié");
    expect(await verbsOf(session.accountId)).toEqual(
      expect.arrayContaining(["account.password_reset_asked", "account.password_changed"]),
    );
    expect(
      await resetPassword(anonymous, { jeton, password: otherPassword, passwordConfirmation: otherPassword }),
    ).toEqual({
      ok: false,
      reason: "used",
    });
  });

  it("voids the change of address that somebody else began: the password was the cure", async () => {
    const { email, citizen } = await active();
    const theirs = newEmail();
    expect(await askEmailChange(citizen, { email: theirs, currentPassword: password })).toMatchObject({ ok: true });
    const stolen = await lastLink(theirs);
    await askPasswordReset(anonymous, { identifier: email });
    const chosen = { password: otherPassword, passwordConfirmation: otherPassword };
    expect(await resetPassword(anonymous, { jeton: await lastLink(email), ...chosen })).toMatchObject({ ok: true });
    expect(await confirmEmailChange(anonymous, { jeton: stolen })).toEqual({ ok: false, reason: "expired" });
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
    await resetPassword(anonymous, {
      jeton: await lastLink(email),
      password: otherPassword,
      passwordConfirmation: otherPassword,
    });
    expect((await signIn(anonymous, { identifier: email, password: otherPassword }, "d")).ok).toBe(true);
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
    expect(
      await resetPassword(anonymous, { jeton, password: otherPassword, passwordConfirmation: otherPassword }),
    ).toEqual({
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
    changePassword(citizen, { currentPassword, password: otherPassword, passwordConfirmation: otherPassword });

  it("recalls the present password, ends the other sessions and gives this one a new secret", async () => {
    const { email, citizen, session } = await active();
    const elsewhere = await signIn(anonymous, { identifier: email, password }, "d");
    if (!elsewhere.ok) throw new Error("refused");
    const changed = await change(citizen, password);
    if (!changed.ok) throw new Error("refused");
    expect(await findAccountSession(hashSecret(changed.value.secret))).toMatchObject({ sessionId: citizen.sessionId });
    // The old secret opens nothing.
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
    expect(await findAccountSession(hashSecret(elsewhere.value.secret))).toBeNull();
    expect((await lettersTo(email))[0]?.subject).toBe("Votre mot de passe a été modifié");
    expect(await verbsOf(citizen.accountId)).toContain("account.password_changed");
  });

  it("voids every link on its way, a change of address included", async () => {
    const { citizen } = await active();
    const theirs = newEmail();
    expect(await askEmailChange(citizen, { email: theirs, currentPassword: password })).toMatchObject({ ok: true });
    const chosen = { password: otherPassword, passwordConfirmation: otherPassword };
    expect(await changePassword(citizen, { currentPassword: password, ...chosen })).toMatchObject({ ok: true });
    expect(await confirmEmailChange(anonymous, { jeton: await lastLink(theirs) })).toMatchObject({ reason: "expired" });
  });

  it("is judged again once locked: a password compared before it changed opens nothing", async () => {
    const { citizen } = await active();
    const [row] = await database().select().from(accounts).where(eq(accounts.id, citizen.accountId));
    const locked = (hash: string | null) => database().transaction((tx) => lockVerified(tx, citizen.accountId, hash));
    expect(await locked(row?.passwordHash ?? null)).toBe(true);
    const chosen = { password: otherPassword, passwordConfirmation: otherPassword };
    await changePassword(citizen, { currentPassword: password, ...chosen });
    expect(await locked(row?.passwordHash ?? null)).toBe(false);
    expect(await locked(null)).toBe(false);
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
