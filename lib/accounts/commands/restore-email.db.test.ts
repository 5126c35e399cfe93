import { eq } from "drizzle-orm";
import { accountIdentities, accounts } from "@/db/schema/accounts";
import { anonymous, type Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { findAccountSession } from "../queries/find-account-session";
import { findLink, findWayBack } from "../queries/find-link";
import { getProfile } from "../queries/get-profile";
import {
  accountOf,
  active,
  comeBack,
  lastLink,
  lettersTo,
  newEmail,
  otherPassword,
  password,
  travel,
  verbsOf,
} from "../testing/accounts";
import { askEmailChange, confirmEmailChange } from "./change-email";
import { inviteAccount } from "./invite-account";
import { askPasswordReset, resetPassword } from "./reset-password";
import { restoreEmail } from "./restore-email";
import { signIn } from "./sign-in";
import { askSignInLink } from "./open-sign-in-link";

afterEach(comeBack);
afterAll(() => database().$client.end());

/** Changes the address as whoever holds the session and the password would; gives the new one, whose mailbox is theirs. */
async function move(citizen: Citizen, email = newEmail()): Promise<string> {
  await askEmailChange(citizen, { email, currentPassword: password });
  expect(await confirmEmailChange(anonymous, { jeton: await lastLink(email) })).toEqual({ ok: true, value: null });
  return email;
}

describe("the way back from a change of address (F125)", () => {
  it("shows what it will do, puts the address back, shuts everybody out and asks for a new password", async () => {
    const { email, citizen, session } = await active();
    await database()
      .insert(accountIdentities)
      .values({ provider: "p", subjectHash: newEmail(), accountId: citizen.accountId, linkedAt: clock.now() });
    const thief = await move(citizen);
    const jeton = await lastLink(email);
    expect(await findWayBack(jeton)).toEqual({ state: "valid", email, isDispute: false });
    expect(await restoreEmail(anonymous, { jeton })).toEqual({ ok: true, value: "restored" });

    expect(await accountOf(email)).toMatchObject({ id: citizen.accountId, passwordHash: null });
    expect((await accountOf(email)).searchText).toContain(email);
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
    expect(await database().$count(accountIdentities, eq(accountIdentities.accountId, citizen.accountId))).toBe(0);
    for (const identifier of [email, thief])
      expect((await signIn(anonymous, { identifier, password }, "d")).ok).toBe(false);
    expect((await lettersTo(thief))[0]?.subject).toBe("Cette adresse n’est plus celle du compte");
    expect(JSON.stringify(await lettersTo(thief))).not.toContain(email);

    const reset = { jeton: await lastLink(email), password: otherPassword, passwordConfirmation: otherPassword };
    expect(await resetPassword(anonymous, reset)).toEqual({ ok: true, value: { isIdentityLinked: false } });
    expect((await signIn(anonymous, { identifier: email, password: otherPassword }, "d")).ok).toBe(true);
    expect(await verbsOf(citizen.accountId)).toContain("account.email_restored");
    expect(await restoreEmail(anonymous, { jeton })).toEqual({ ok: false, reason: "used" });
  });

  it("outlives a second change by the thief, whose own ways back then open nothing", async () => {
    const { email, citizen } = await active();
    const one = await move(citizen);
    const owner = await lastLink(email);
    travel(30);
    await move(citizen);
    const thiefs = await lastLink(one);
    expect(await restoreEmail(anonymous, { jeton: owner })).toEqual({ ok: true, value: "restored" });
    expect(await findWayBack(thiefs)).toEqual({ state: "expired" });
    expect(await restoreEmail(anonymous, { jeton: thiefs })).toEqual({ ok: false, reason: "expired" });
    expect((await accountOf(email)).id).toBe(citizen.accountId);
  });

  it("outlives the thief going back on their own change", async () => {
    const { email, citizen } = await active();
    const one = await move(citizen);
    const owner = await lastLink(email);
    travel(30);
    await move(citizen);
    expect(await restoreEmail(anonymous, { jeton: await lastLink(one) })).toEqual({ ok: true, value: "restored" });
    expect(await restoreEmail(anonymous, { jeton: owner })).toEqual({ ok: true, value: "restored" });
    expect((await accountOf(email)).id).toBe(citizen.accountId);
  });

  it("voids the letters sent to the address that goes, at the change as at the way back", async () => {
    const { email, citizen } = await active();
    await askPasswordReset(anonymous, { identifier: email });
    const before = await lastLink(email);
    const thief = await move(citizen);
    expect(await findLink(before, "password_reset")).toEqual({ state: "expired" });
    const jeton = await lastLink(email);
    await askSignInLink(anonymous, { identifier: thief });
    const after = await lastLink(thief);
    await restoreEmail(anonymous, { jeton });
    expect(await findLink(after, "sign_in")).toEqual({ state: "expired" });
  });

  it("is not stopped by an invitation typed meanwhile, but is by an account", async () => {
    const one = await active();
    await move(one.citizen);
    const jeton = await lastLink(one.email);
    await inviteAccount(anonymous, { email: one.email, kind: "personal" });
    expect(await restoreEmail(anonymous, { jeton })).toEqual({ ok: true, value: "restored" });
    expect((await accountOf(one.email)).id).toBe(one.citizen.accountId);

    const two = await active();
    const kept = await move(two.citizen);
    const late = await lastLink(two.email);
    await active(two.email);
    expect(await restoreEmail(anonymous, { jeton: late })).toEqual({ ok: false, reason: "taken" });
    expect((await getProfile(two.citizen)).email).toBe(kept);
  });

  it("lasts seven days, and opens nothing for an account suspended", async () => {
    const { email, citizen } = await active();
    await move(citizen);
    const jeton = await lastLink(email);
    await database().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, citizen.accountId));
    expect(await findWayBack(jeton)).toEqual({ state: "unknown" });
    expect(await restoreEmail(anonymous, { jeton })).toEqual({ ok: false, reason: "unknown" });
    travel(7 * 24 * 60 - 1);
    await database().update(accounts).set({ status: "active" }).where(eq(accounts.id, citizen.accountId));
    expect(await findWayBack(jeton)).toEqual({ state: "valid", email, isDispute: false });
    travel(7 * 24 * 60 + 1);
    expect(await restoreEmail(anonymous, { jeton })).toEqual({ ok: false, reason: "expired" });
  });
});

describe("an address that only an invitation holds", () => {
  it("can be taken by who proves its mailbox", async () => {
    const { citizen } = await active();
    const email = newEmail();
    await inviteAccount(anonymous, { email, kind: "personal" });
    expect(await move(citizen, email)).toBe(email);
    expect((await accountOf(email)).id).toBe(citizen.accountId);
  });
});
