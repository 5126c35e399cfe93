import { anonymous } from "@/lib/kernel/actor";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { findAccountSession } from "../queries/find-account-session";
import { findLink } from "../queries/find-link";
import { listAccounts } from "../queries/list-accounts";
import { active, comeBack, lastLink, lettersTo, otherPassword, password, verbsOf } from "../testing/accounts";
import { aDayLater, askedAtCounter, frozenPerson, openRecovery, proof, rowOf, subjectsTo } from "../testing/recovery";
import { admin, agent, outsiders } from "../testing/staff";
import { askReopening } from "./ask-recovery";
import { confirmRecovery } from "./confirm-recovery";
import { inviteAccount } from "./invite-account";
import { readAccount } from "./read-account";
import { refuseRecovery } from "./refuse-recovery";
import { remindUsername } from "./remind-username";
import { askPasswordReset, resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { askSignInLink } from "./open-sign-in-link";
import { signInWithIdentity } from "./sign-in-with-identity";
import { stopRecovery } from "./stop-recovery";
import { reinstateAccount, suspendAccount } from "./suspend-account";

afterEach(comeBack);
afterAll(() => database().$client.end());

const chosen = { password: otherPassword, passwordConfirmation: otherPassword };

describe("an account that its old address froze (docs/decisions/024)", () => {
  it("opens by no door, whoever tries: password, session, link on its way, FranceConnect", async () => {
    const { email, accountId, session, identity, reset, other } = await frozenPerson();
    expect(await rowOf(accountId)).toMatchObject({ status: "frozen", email, frozenAt: expect.any(Date) });
    expect(await signIn(anonymous, { identifier: email, password }, "d")).toMatchObject({ reason: "bad_credentials" });
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
    expect((await findLink(reset, "password_reset")).state).toBe("expired");
    expect(await resetPassword(anonymous, { jeton: reset, ...chosen })).toMatchObject({ ok: false });
    expect(await signInWithIdentity(anonymous, identity, "d")).toEqual({ ok: false, reason: "closed" });
    const sealed = (await rowOf(accountId)).frozenParties ?? "";
    expect(sealed).not.toContain(email);
    expect(sealed).not.toContain(other);
  });

  it("is mailed nothing but the notice, the same to both parties, which names nobody and opens nothing", async () => {
    const { email, other } = await frozenPerson();
    const [first, ...rest] = await lettersTo(email);
    expect(first).toMatchObject({ subject: expect.stringContaining("Un compte est gelé"), greeting: "Bonjour," });
    expect(rest).toEqual([]);
    expect(await lettersTo(other)).toEqual([first]);
    expect(JSON.stringify(first)).not.toMatch(/jeton|Élodie|D’Aubigné|@example\.org/);
    for (const ask of [
      () => askPasswordReset(anonymous, { identifier: email }),
      () => askSignInLink(anonymous, { identifier: email }),
      () => remindUsername(anonymous, { email }),
      () => inviteAccount(anonymous, { email, kind: "personal" as const }),
    ])
      expect(await ask()).toEqual({ ok: true, value: null });
    expect(await lettersTo(email)).toHaveLength(1);
  });

  it("is shown to the agents, with its history, in a list of its own", async () => {
    const { accountId } = await frozenPerson();
    const sheet = await readAccount(await agent(), accountId);
    expect(sheet).toMatchObject({
      status: "frozen",
      recoveries: [{ kind: "lost", state: "stopped", newEmail: null, proof: null }],
      can: { askRecovery: false, askHeld: true, askReopening: true, suspend: false, reinstate: false },
    });
    const { lines } = await listAccounts(await agent(), { view: "frozen" });
    expect(lines.map(({ id }) => id)).toContain(accountId);
  });

  it("stays so when an administrator lifts a suspension that came before, and nobody is told", async () => {
    const { email, citizen } = await active();
    const { accountId } = citizen;
    await openRecovery(citizen);
    const jeton = await lastLink(email);
    const boss = await admin();
    expect((await suspendAccount(boss, { accountId, reason: "Le temps de voir." })).ok).toBe(true);
    expect((await stopRecovery(anonymous, { jeton })).ok).toBe(true);
    expect(await rowOf(accountId)).toMatchObject({ status: "frozen", suspendedAt: expect.any(Date) });
    const input = { accountId, proof };
    expect(await askReopening(await agent(), input)).toEqual({ ok: false, reason: "changed_meanwhile" });
    const before = await lettersTo(email);
    expect((await reinstateAccount(boss, { accountId })).ok).toBe(true);
    expect(await rowOf(accountId)).toMatchObject({ status: "frozen", suspendedAt: null });
    expect(await lettersTo(email)).toEqual(before);
    expect((await askReopening(await agent(), input)).ok).toBe(true);
  });
});

describe("opening it again, with the address that it has", () => {
  it("takes two agents and a day, and leaves nothing of what was held of it", async () => {
    const person = await frozenPerson();
    const { email, accountId, other, identity } = person;
    const result = await askReopening(await agent(), { accountId, proof });
    expect(result).toEqual({ ok: true, value: { accountId } });
    for (const address of [email, other]) expect((await subjectsTo(address))[0]).toBe("Un compte gelé va être rouvert");
    const second = await agent();
    const [open] = (await readAccount(second, accountId)).recoveries;
    if (!open) throw new Error("nothing is asked");
    expect(open).toMatchObject({ kind: "reopening", newEmail: email, proof, isConfirmable: false });
    expect(await confirmRecovery(second, { recoveryId: open.id })).toEqual({ ok: false, reason: "too_early" });
    const { recoveryId } = await aDayLater(accountId);
    expect(await confirmRecovery(second, { recoveryId })).toEqual({
      ok: true,
      value: { accountId, kind: "reopening" },
    });

    expect(await rowOf(accountId)).toMatchObject({
      status: "active",
      email,
      passwordHash: null,
      frozenAt: null,
      frozenParties: null,
      idleNotices: 0,
      reopenedAt: expect.any(Date),
    });
    expect((await signIn(anonymous, { identifier: email, password }, "d")).ok).toBe(false);
    expect(await signInWithIdentity(anonymous, identity, "d")).toEqual({ ok: false, reason: "unknown" });
    expect((await subjectsTo(other))[0]).toBe("Le compte gelé est rouvert");
    expect((await lettersTo(other))[0]?.action?.path).toBe("/contact");
    const jeton = await lastLink(email, "account.reopened");
    expect((await resetPassword(anonymous, { jeton, ...chosen })).ok).toBe(true);
    expect((await signIn(anonymous, { identifier: email, password: otherPassword }, "d")).ok).toBe(true);
    expect(await verbsOf(accountId)).toEqual(
      expect.arrayContaining(["account.frozen", "account.reopening_asked", "account.reopened"]),
    );
  });

  it("is not for whoever is no agent, nor for whoever asked, nor for an account that is not frozen", async () => {
    const person = await frozenPerson();
    const { accountId } = person;
    for (const outsider of outsiders(accountId))
      await expect(askReopening(outsider, { accountId, proof })).rejects.toThrow("introuvable");
    const asker = await admin();
    const { recoveryId } = await askedAtCounter("reopening", person, asker);
    expect(await confirmRecovery(asker, { recoveryId })).toEqual({ ok: false, reason: "own_recovery" });
    const again = { accountId, proof };
    expect(await askReopening(await agent(), again)).toEqual({ ok: false, reason: "already_asked" });
    const { citizen } = await active();
    const working = { accountId: citizen.accountId, proof };
    expect(await askReopening(await agent(), working)).toEqual({ ok: false, reason: "changed_meanwhile" });
  });

  it("refused, leaves it frozen, and tells both; another may be asked", async () => {
    const person = await frozenPerson();
    const { recoveryId } = await askedAtCounter("reopening", person);
    expect((await refuseRecovery(await agent(), { recoveryId })).ok).toBe(true);
    for (const address of [person.email, person.other])
      expect((await subjectsTo(address))[0]).toBe("Le compte reste gelé");
    expect((await rowOf(person.accountId)).status).toBe("frozen");
    expect(await verbsOf(person.accountId)).toContain("account.reopening_refused");
    expect((await askedAtCounter("reopening", person)).recoveryId).not.toBe(recoveryId);
  });
});
