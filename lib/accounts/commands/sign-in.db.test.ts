import { eq } from "drizzle-orm";
import { accounts, accountSessions } from "@/db/schema/accounts";
import { anonymous } from "@/lib/kernel/actor";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { findAccountSession } from "../queries/find-account-session";
import { active, comeBack, stopClock, invited, newEmail, password, travel, verbsOf } from "../testing/accounts";
import { signOut } from "./open-session";
import { signIn } from "./sign-in";

beforeEach(stopClock);
afterEach(comeBack);
afterAll(() => database().$client.end());

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
