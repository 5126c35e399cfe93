import { eq } from "drizzle-orm";
import { accountIdentities } from "@/db/schema/accounts";
import { agents } from "@/db/schema/staff";
import { anonymous, type Actor } from "@/lib/kernel/actor";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import type { AgentId } from "@/lib/shared/ids";
import { tokenMinutes } from "@/lib/vocabulary/tokens";
import { purgeAccounts } from "../jobs/purge-accounts";
import { recoveryDelayMinutes } from "../policy";
import { findAccountSession } from "../queries/find-account-session";
import { countWaitingAccounts } from "../queries/count-waiting";
import { findRecoveryStop } from "../queries/find-recovery-stop";
import { listAccounts } from "../queries/list-accounts";
import {
  accountOf,
  active,
  comeBack,
  invited,
  lastLink,
  lettersTo,
  newEmail,
  otherPassword,
  password,
  travel,
  verbsOf,
} from "../testing/accounts";
import { asked, proof, stateOf, subjectsTo } from "../testing/recovery";
import { admin, agent } from "../testing/staff";
import { readToken } from "../access/tokens";
import { askRecovery } from "./ask-recovery";
import { askEmailChange, confirmEmailChange } from "./change-email";
import { confirmRecovery } from "./confirm-recovery";
import { refuseRecovery } from "./refuse-recovery";
import { readAccount } from "./read-account";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { askSignInLink } from "./open-sign-in-link";
import { stopRecovery } from "./stop-recovery";
import { suspendAccount } from "./suspend-account";

afterEach(comeBack);
afterAll(() => database().$client.end());

describe("asking a recovery (F68)", () => {
  it("seals the address and the proof, warns the old address, and changes nothing else", async () => {
    const { email, accountId, asker, newAddress, row } = await asked();
    expect(row).toMatchObject({ state: "asked", askedBy: asker.agentId, decidedBy: null });
    expect(JSON.stringify(row)).not.toContain(newAddress);
    expect(JSON.stringify(row)).not.toContain("guichet");
    expect((await subjectsTo(email))[0]).toBe("Votre compte va changer d’adresse\u00a0: est-ce vous\u202f?");
    expect(await lettersTo(newAddress)).toEqual([]);
    expect((await signIn(anonymous, { identifier: email, password }, "d")).ok).toBe(true);
    expect(await verbsOf(accountId)).toContain("account.recovery_asked");
    const mine = await readAccount(asker, accountId);
    expect(mine.recoveries).toMatchObject([
      { newEmail: newAddress, proof, problem: "own_recovery", can: { confirm: false, refuse: false } },
    ]);
    const theirs = await readAccount(await agent(), accountId);
    expect(theirs.recoveries).toMatchObject([
      { state: "asked", askedBy: "Agent d’essai", can: { confirm: true, refuse: true } },
    ]);
    expect((await listAccounts(asker, { view: "recoveries" })).lines.map(({ id }) => id)).toContain(accountId);
    expect((await countWaitingAccounts(asker)).recoveries).toBeGreaterThan(0);
  });

  it("refuses the same address, somebody else's, a second one, and an account that is not active", async () => {
    const { email, accountId, asker } = await asked();
    const ask = (newAddress: string) => askRecovery(asker, { accountId, newEmail: newAddress, proof });
    expect(await ask(email)).toEqual({ ok: false, reason: "same_email" });
    expect(await ask((await active()).email)).toEqual({ ok: false, reason: "taken" });
    expect(await ask(newEmail())).toEqual({ ok: false, reason: "already_asked" });
    await suspendAccount(await admin(), { accountId, reason: "non" });
    expect(await ask(newEmail())).toEqual({ ok: false, reason: "changed_meanwhile" });
  });
});

describe("confirming a recovery (F68)", () => {
  it.each([
    ["a second agent", agent],
    ["an administrator", admin],
  ])("%s gives the account its address, and everything older ends", async (_who, second) => {
    const { email, accountId, session, newAddress, recoveryId } = await asked();
    await askSignInLink(anonymous, { identifier: email });
    const pending = await lastLink(email, "account.sign_in_link");
    const decider = await second();
    expect(await confirmRecovery(decider, { recoveryId })).toEqual({ ok: true, value: { accountId, kind: "lost" } });

    expect(await accountOf(newAddress)).toMatchObject({ id: accountId, status: "active" });
    expect((await accountOf(newAddress)).searchText).toContain(newAddress);
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
    expect((await readToken(pending, "sign_in")).state).toBe("expired");
    for (const identifier of [email, newAddress])
      expect(await signIn(anonymous, { identifier, password }, "d")).toMatchObject({ reason: "bad_credentials" });
    expect((await subjectsTo(email))[0]).toBe("Votre compte a changé d’adresse");
    const jeton = await lastLink(newAddress);
    const chosen = { jeton, password: otherPassword, passwordConfirmation: otherPassword };
    expect(await resetPassword(anonymous, chosen)).toEqual({ ok: true, value: { isIdentityLinked: false } });
    expect((await signIn(anonymous, { identifier: newAddress, password: otherPassword }, "d")).ok).toBe(true);
    expect(await verbsOf(accountId)).toContain("account.recovery_confirmed");
    expect((await readAccount(decider, accountId)).recoveries).toMatchObject([
      { state: "confirmed", decidedBy: "Agent d’essai", newEmail: null, proof: null },
    ]);
  });

  it("waits for 24 hours, whoever decides, so that the old address can stop it; a refusal does not", async () => {
    const [early, due] = [await asked(newEmail(), recoveryDelayMinutes - 1), await asked()];
    for (const who of [agent, admin])
      expect(await confirmRecovery(await who(), early)).toEqual({ ok: false, reason: "too_early" });
    expect(await stateOf(early.recoveryId)).toBe("asked");
    const [shown] = (await readAccount(await agent(), early.accountId)).recoveries;
    expect(shown).toMatchObject({ isConfirmable: false, can: { confirm: true } });
    expect(shown?.confirmableFrom.getTime()).toBe(early.row.askedAt.getTime() + recoveryDelayMinutes * 60_000);
    expect((await readAccount(await agent(), due.accountId)).recoveries).toMatchObject([{ isConfirmable: true }]);
    expect((await confirmRecovery(await agent(), due)).ok).toBe(true);
    expect((await refuseRecovery(await agent(), early)).ok).toBe(true);
  });

  it("is never done by who asked, an administrator no more than an agent", async () => {
    const { asker, recoveryId, email } = await asked();
    const promoted: Actor = { ...asker, kind: "admin" };
    for (const actor of [asker, promoted]) {
      expect(await confirmRecovery(actor, { recoveryId })).toEqual({ ok: false, reason: "own_recovery" });
      expect(await refuseRecovery(actor, { recoveryId })).toEqual({ ok: false, reason: "own_recovery" });
    }
    expect((await accountOf(email)).status).toBe("active");
  });

  it("is refused when another person took the address meanwhile; an inscription never finished gives way", async () => {
    const one = await asked();
    await active(one.newAddress);
    expect(await confirmRecovery(await agent(), { recoveryId: one.recoveryId })).toEqual({
      ok: false,
      reason: "taken",
    });
    expect(await stateOf(one.recoveryId)).toBe("asked");
    const two = await asked();
    await invited(two.newAddress);
    expect((await confirmRecovery(await agent(), { recoveryId: two.recoveryId })).ok).toBe(true);
    expect((await accountOf(two.newAddress)).id).toBe(two.accountId);
  });

  it("happens once: of two agents at the same instant, one is told", async () => {
    const { recoveryId } = await asked();
    const [one, two] = [await agent(), await agent()];
    const answers = await Promise.all([confirmRecovery(one, { recoveryId }), refuseRecovery(two, { recoveryId })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: "changed_meanwhile" }]);
  });

  it("takes away the identities linked to the account: whoever was in stays out by every door", async () => {
    const { accountId, recoveryId } = await asked();
    const linked = { provider: "franceconnect", subjectHash: hashSecret(accountId), linkedAt: new Date() };
    await database()
      .insert(accountIdentities)
      .values({ ...linked, accountId });
    expect(await confirmRecovery(await agent(), { recoveryId })).toMatchObject({ ok: true });
    expect(await database().$count(accountIdentities, eq(accountIdentities.accountId, accountId))).toBe(0);
  });

  it("is not confirmed once the old address can no longer stop it, and is closed by the housekeeping", async () => {
    const { recoveryId } = await asked();
    const second = await agent();
    travel(tokenMinutes.recovery_stop + 1);
    expect(await confirmRecovery(second, { recoveryId })).toEqual({ ok: false, reason: "changed_meanwhile" });
    await purgeAccounts({ kind: "system", job: "sessions-et-liens" }, { signal: new AbortController().signal });
    expect(await stateOf(recoveryId)).toBe("lapsed");
  });

  it("is not confirmed by an agent who came after it was asked", async () => {
    const { recoveryId, row } = await asked();
    const late = await agent();
    await database()
      .update(agents)
      .set({ activatedAt: new Date(row.askedAt.getTime() + 1_000) })
      .where(eq(agents.id, late.agentId));
    expect((await readAccount(late, row.accountId)).recoveries).toMatchObject([
      { problem: "came_after", can: { confirm: false, refuse: true } },
    ]);
    expect(await confirmRecovery(late, { recoveryId })).toEqual({ ok: false, reason: "came_after" });
  });

  it("is confirmed by an agent who was at work before the day of activation was noted, not by one made since", async () => {
    const { recoveryId, row } = await asked();
    const [old, late] = [await agent(), await agent()];
    const made = (agentId: AgentId, createdAt: Date) =>
      database().update(agents).set({ activatedAt: null, createdAt }).where(eq(agents.id, agentId));
    await made(late.agentId, new Date(row.askedAt.getTime() + 1_000));
    await made(old.agentId, new Date(row.askedAt.getTime() - 1_000));
    expect(await confirmRecovery(late, { recoveryId })).toEqual({ ok: false, reason: "came_after" });
    expect((await confirmRecovery(old, { recoveryId })).ok).toBe(true);
  });

  it("holds the address: whoever reads the old one stops it by its link, and not by changing the address", async () => {
    const { email, citizen, recoveryId } = await asked();
    const ask = (address: string) => askEmailChange(citizen, { email: address, currentPassword: password });
    expect(await ask(newEmail())).toEqual({ ok: false, reason: "recovery_waits" });
    const { email: other, citizen: later } = await active();
    const address = newEmail();
    expect((await askEmailChange(later, { email: address, currentPassword: password })).ok).toBe(true);
    expect((await askRecovery(await agent(), { accountId: later.accountId, newEmail: newEmail(), proof })).ok).toBe(
      true,
    );
    const jeton = await lastLink(address);
    expect(await confirmEmailChange(anonymous, { jeton })).toEqual({ ok: false, reason: "recovery_waits" });
    expect((await accountOf(other)).id).toBe(later.accountId);
    expect(await stateOf(recoveryId)).toBe("asked");
    expect((await refuseRecovery(await agent(), { recoveryId })).ok).toBe(true);
    expect((await ask(newEmail())).ok).toBe(true);
    expect((await accountOf(email)).id).toBe(citizen.accountId);
  });

  it("is impossible while the account is suspended", async () => {
    const { accountId, recoveryId } = await asked();
    await suspendAccount(await admin(), { accountId, reason: "non" });
    expect(await confirmRecovery(await agent(), { recoveryId })).toEqual({ ok: false, reason: "changed_meanwhile" });
  });
});

describe("refusing a recovery (F68)", () => {
  it("changes nothing and tells the old address; another may be asked afterwards", async () => {
    const { accountId, email, recoveryId, asker } = await asked();
    expect((await refuseRecovery(await agent(), { recoveryId })).ok).toBe(true);
    expect((await subjectsTo(email))[0]).toBe("Votre compte garde son adresse");
    expect((await signIn(anonymous, { identifier: email, password }, "d")).ok).toBe(true);
    expect(await verbsOf(accountId)).toContain("account.recovery_refused");
    expect((await askRecovery(asker, { accountId, newEmail: newEmail(), proof })).ok).toBe(true);
  });
});

describe("stopping a recovery from the old address (F68)", () => {
  it("shows first, stops once, and nobody confirms any more", async () => {
    const { stop, recoveryId, accountId, email } = await asked();
    expect(await findRecoveryStop(stop)).toBe("valid");
    expect(await stateOf(recoveryId)).toBe("asked");
    expect(await stopRecovery(anonymous, { jeton: stop })).toEqual({ ok: true, value: null });
    expect(await stopRecovery(anonymous, { jeton: stop })).toEqual({ ok: false, reason: "used" });
    expect(await findRecoveryStop(stop)).toBe("used");
    expect(await confirmRecovery(await agent(), { recoveryId })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect((await accountOf(email)).id).toBe(accountId);
    expect(await verbsOf(accountId)).toEqual(expect.arrayContaining(["account.recovery_stopped", "account.frozen"]));
  });

  it("comes too late once agents decided, or after seven days; and opens nothing for another link", async () => {
    const one = await asked();
    await confirmRecovery(await agent(), { recoveryId: one.recoveryId });
    expect(await findRecoveryStop(one.stop)).toBe("decided");
    expect(await stopRecovery(anonymous, { jeton: one.stop })).toEqual({ ok: false, reason: "decided" });
    expect(await stopRecovery(anonymous, { jeton: await lastLink(one.newAddress) })).toEqual({
      ok: false,
      reason: "unknown",
    });
    const two = await asked();
    travel(7 * 24 * 60 + 1);
    expect(await stopRecovery(anonymous, { jeton: two.stop })).toEqual({ ok: false, reason: "expired" });
    expect(await findRecoveryStop(two.stop)).toBe("expired");
    expect(await findRecoveryStop("rien")).toBe("unknown");
  });
});
