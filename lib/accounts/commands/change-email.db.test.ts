import { anonymous, type Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { getProfile } from "../queries/get-profile";
import { active, comeBack, lastLink, lettersTo, newEmail, password, travel, verbsOf } from "../testing/accounts";
import { askEmailChange, confirmEmailChange } from "./change-email";
import { signIn } from "./sign-in";

afterEach(comeBack);
afterAll(() => database().$client.end());

describe("changing the address (F125)", () => {
  const ask = (citizen: Citizen, email: string, currentPassword = password) =>
    askEmailChange(citizen, { email, currentPassword });

  it("waits for the link sent to the new address, and warns the old one twice", async () => {
    const { email, citizen } = await active();
    const next = newEmail();
    expect(await ask(citizen, next)).toEqual({ ok: true, value: null });
    expect((await getProfile(citizen)).email).toBe(email);
    const jeton = await lastLink(next);
    expect(await confirmEmailChange(anonymous, { jeton })).toEqual({ ok: true, value: null });
    expect((await getProfile(citizen)).email).toBe(next);
    expect((await lettersTo(email)).map(({ subject }) => subject).slice(0, 2)).toEqual([
      "Le courriel de votre compte a été modifié",
      "Changement de courriel demandé",
    ]);
    expect((await signIn(anonymous, { identifier: next, password }, "d")).ok).toBe(true);
    expect((await signIn(anonymous, { identifier: email, password }, "d")).ok).toBe(false);
    expect(await confirmEmailChange(anonymous, { jeton })).toEqual({ ok: false, reason: "used" });
    expect(await verbsOf(citizen.accountId)).toEqual(
      expect.arrayContaining(["account.email_change_asked", "account.email_changed"]),
    );
  });

  it("never says on the page that an address has an account, and never takes it", async () => {
    const [one, two] = [await active(), await active()];
    expect(await ask(one.citizen, two.email)).toEqual({ ok: true, value: null });
    expect((await lettersTo(two.email))[0]?.subject).toBe("Cette adresse a déjà un compte");
  });

  it("refuses a wrong password, the same address, and a late link", async () => {
    const { email, citizen } = await active();
    const next = newEmail();
    expect(await ask(citizen, next, "faux")).toEqual({ ok: false, reason: "wrong_password" });
    expect(await ask(citizen, email)).toEqual({ ok: false, reason: "same_email" });
    await ask(citizen, next);
    const jeton = await lastLink(next);
    travel(121);
    expect(await confirmEmailChange(anonymous, { jeton })).toEqual({ ok: false, reason: "expired" });
  });
});
