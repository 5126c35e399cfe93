import { eq } from "drizzle-orm";
import { accountTokens } from "@/db/schema/accounts";
import { agentAccesses, agents } from "@/db/schema/staff";
import { anonymous, type Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import type { AccountId, AgentId } from "@/lib/shared/ids";
import { applyRecoveries } from "../jobs/apply-recoveries";
import { heldDelayMinutes } from "../policy";
import { findAccountSession } from "../queries/find-account-session";
import {
  accountOf,
  active,
  comeBack,
  lastLink,
  lettersTo,
  newEmail,
  otherPassword,
  travel,
  verbsOf,
} from "../testing/accounts";
import {
  aDayLater,
  askedAtCounter,
  frozenPerson,
  openRecovery,
  proof,
  rowOf,
  stateOf,
  subjectsTo,
} from "../testing/recovery";
import { admin, agent, organisationAdmin } from "../testing/staff";
import { askRecovery } from "./ask-recovery";
import { confirmRecovery } from "./confirm-recovery";
import { readAccount } from "./read-account";
import { refuseRecovery } from "./refuse-recovery";
import { resetPassword } from "./reset-password";
import { restoreEmail } from "./restore-email";

afterEach(comeBack);
afterAll(() => database().$client.end());

const chosen = { password: otherPassword, passwordConfirmation: otherPassword };
const worker = { kind: "system", job: "recuperations-a-appliquer" } as const;
const apply = () => applyRecoveries(worker, { signal: new AbortController().signal });

describe("a mailbox held by somebody else", () => {
  it("warns nobody before it is confirmed, then freezes at once, and takes effect seven days later", async () => {
    const { email, citizen, session } = await active();
    const { accountId } = citizen;
    const before = await lettersTo(email);
    const { recoveryId, address } = await askedAtCounter("held", citizen);
    expect(await lettersTo(email)).toEqual(before);
    expect((await rowOf(accountId)).status).toBe("active");
    const boss = await admin();
    expect(await confirmRecovery(boss, { recoveryId })).toEqual({ ok: true, value: { accountId, kind: "held" } });

    expect(await rowOf(accountId)).toMatchObject({ status: "frozen", email });
    expect(await findAccountSession(hashSecret(session.secret))).toBeNull();
    for (const each of [email, address]) {
      const [notice] = await lettersTo(each);
      expect(notice?.subject).toBe("Un compte est gelé, et va changer d’adresse");
      expect(notice?.action?.path).toBe("/contact");
    }
    const [waiting] = (await readAccount(boss, accountId)).recoveries;
    expect(waiting).toMatchObject({ state: "waiting", can: { confirm: false, refuse: true } });
    expect(waiting?.effectiveAt?.getTime()).toBeGreaterThan(clock.inMinutes(heldDelayMinutes - 1).getTime());

    travel(heldDelayMinutes - 1);
    expect(await apply()).toBe(0);
    expect((await rowOf(accountId)).status).toBe("frozen");
    travel(heldDelayMinutes + 1);
    expect(await apply()).toBe(1);
    expect(await apply()).toBe(0);
    expect(await rowOf(accountId)).toMatchObject({ status: "active", email: address, passwordHash: null });
    expect(await stateOf(recoveryId)).toBe("confirmed");
    expect((await subjectsTo(email))[0]).toBe("Un compte est gelé, et va changer d’adresse");
    const jeton = await lastLink(address, "account.recovery_confirmed");
    expect((await resetPassword(anonymous, { jeton, ...chosen })).ok).toBe(true);
    expect(await verbsOf(accountId)).toEqual(
      expect.arrayContaining(["account.recovery_confirmed", "account.frozen", "account.recovery_applied"]),
    );
  });

  it("leaves the old mailbox no link at all: neither to stop, nor to come back", async () => {
    const person = await frozenPerson();
    const { recoveryId } = await askedAtCounter("held", person);
    expect((await confirmRecovery(await admin(), { recoveryId })).ok).toBe(true);
    travel(heldDelayMinutes + 1);
    expect(await apply()).toBeGreaterThan(0);
    const links = await database().select().from(accountTokens).where(eq(accountTokens.accountId, person.accountId));
    const live = links.filter(({ consumedAt, expiresAt }) => !consumedAt && expiresAt > clock.now());
    expect(live.map(({ purpose }) => purpose)).toEqual(["password_reset"]);
    const sent = JSON.stringify(await lettersTo(person.email));
    expect(sent).not.toMatch(/retablir|mot-de-passe/);
  });

  it("asks for an administrator among the two, whichever", async () => {
    const [one, two] = [await frozenPerson(), await frozenPerson()];
    const first = await askedAtCounter("held", one);
    const reader = await agent();
    expect((await readAccount(reader, one.accountId)).recoveries[0]).toMatchObject({
      problem: "admin_needed",
      can: { confirm: false, refuse: true },
    });
    expect(await confirmRecovery(reader, first)).toEqual({ ok: false, reason: "admin_needed" });
    expect((await confirmRecovery(await admin(), first)).ok).toBe(true);
    const second = await askedAtCounter("held", two, await admin());
    expect((await confirmRecovery(await agent(), second)).ok).toBe(true);
  });

  it("takes the administrator of an organisation for no administrator: accounts are the portal’s", async () => {
    const [one, two] = [await frozenPerson(), await frozenPerson()];
    const first = await askedAtCounter("held", one);
    expect(await confirmRecovery(await organisationAdmin(), first)).toEqual({ ok: false, reason: "admin_needed" });
    const second = await askedAtCounter("held", two, await organisationAdmin());
    expect(await confirmRecovery(await agent(), second)).toEqual({ ok: false, reason: "admin_needed" });
    expect((await confirmRecovery(await admin(), second)).ok).toBe(true);
  });

  it("is stopped at the counter, by any other agent, until it takes effect, and the account stays frozen", async () => {
    const { citizen, email } = await active();
    const { recoveryId, address } = await askedAtCounter("held", citizen);
    expect((await confirmRecovery(await admin(), { recoveryId })).ok).toBe(true);
    travel(heldDelayMinutes - 1);
    expect((await refuseRecovery(await agent(), { recoveryId })).ok).toBe(true);
    for (const each of [email, address]) expect((await subjectsTo(each))[0]).toBe("Le compte reste gelé");
    travel(heldDelayMinutes + 1);
    await apply();
    expect(await rowOf(citizen.accountId)).toMatchObject({ status: "frozen", email });
    expect(await refuseRecovery(await agent(), { recoveryId })).toEqual({ ok: false, reason: "changed_meanwhile" });
  });

  it("does not take an address that somebody else took in these seven days", async () => {
    const person = await frozenPerson();
    const { recoveryId, address } = await askedAtCounter("held", person);
    expect((await confirmRecovery(await admin(), { recoveryId })).ok).toBe(true);
    await active(address);
    travel(heldDelayMinutes + 1);
    await apply();
    expect(await stateOf(recoveryId)).toBe("refused");
    expect((await rowOf(person.accountId)).status).toBe("frozen");
    expect((await accountOf(address)).id).not.toBe(person.accountId);
  });

  it("is not undone by a way back that the old mailbox still had", async () => {
    const { citizen, email } = await active();
    const { accountId } = citizen;
    const first = await openRecovery(citizen);
    expect((await confirmRecovery(await agent(), first)).ok).toBe(true);
    const wayBack = await lastLink(email);
    const { recoveryId, address } = await askedAtCounter("held", citizen);
    expect(await restoreEmail(anonymous, { jeton: wayBack })).toEqual({ ok: true, value: "frozen" });
    expect(await stateOf(recoveryId)).toBe("asked");
    expect((await confirmRecovery(await admin(), { recoveryId })).ok).toBe(true);
    travel(heldDelayMinutes + 1);
    expect(await apply()).toBeGreaterThan(0);
    expect(await rowOf(accountId)).toMatchObject({ status: "active", email: address });
  });
});

describe("two pairs of eyes", () => {
  /** What the sheet says to a reader of the newest recovery, before anybody presses. */
  const saidTo = async (reader: Actor, { accountId }: { accountId: AccountId }) => {
    const [recovery] = (await readAccount(reader, accountId)).recoveries;
    return recovery && { problem: recovery.problem, ...recovery.can };
  };
  const give = (givenBy: AgentId, agentId: AgentId) =>
    database()
      .insert(agentAccesses)
      .values({ givenBy, agentId, givenAt: clock.inMinutes(-60 * 24) });

  it.each(["held", "reopening"] as const)("of « %s » are those of two people, whoever invited whom", async (kind) => {
    const person = await frozenPerson();
    const [asker, guest, twin, other] = [await admin(), await admin(), await admin(), await admin()];
    await give(asker.agentId, guest.agentId);
    await give(asker.agentId, twin.agentId);
    const mine = await askedAtCounter(kind, person, asker);
    expect(await saidTo(guest, person)).toEqual({ problem: "not_independent", confirm: false, refuse: true });
    expect(await confirmRecovery(guest, mine)).toEqual({ ok: false, reason: "not_independent" });
    expect((await refuseRecovery(other, mine)).ok).toBe(true);
    const theirs = await askedAtCounter(kind, person, guest);
    expect(await saidTo(other, person)).toEqual({ problem: null, confirm: true, refuse: true });
    for (const second of [asker, twin]) {
      expect(await saidTo(second, person)).toMatchObject({ problem: "not_independent", confirm: false });
      expect(await confirmRecovery(second, theirs)).toEqual({ ok: false, reason: "not_independent" });
    }
    expect((await confirmRecovery(other, theirs)).ok).toBe(true);
    expect(await saidTo(twin, person)).toMatchObject({ problem: null, confirm: false });
  });

  it("of a mailbox lost, too: an administrator does not confirm by a second self", async () => {
    const { citizen } = await active();
    const [asker, self] = [await admin(), await agent()];
    await give(asker.agentId, self.agentId);
    const { accountId } = citizen;
    expect((await askRecovery(asker, { accountId, newEmail: newEmail(), proof })).ok).toBe(true);
    const { recoveryId } = await aDayLater(accountId);
    expect(await confirmRecovery(self, { recoveryId })).toEqual({ ok: false, reason: "not_independent" });
    expect((await confirmRecovery(await agent(), { recoveryId })).ok).toBe(true);
  });

  it("are open: nothing is confirmed of what an agent asked who was removed since", async () => {
    const person = await frozenPerson();
    const asker = await agent();
    const { recoveryId } = await askedAtCounter("reopening", person, asker);
    await database().update(agents).set({ isActive: false }).where(eq(agents.id, asker.agentId));
    expect(await saidTo(await agent(), person)).toEqual({ problem: "asker_gone", confirm: false, refuse: true });
    expect(await confirmRecovery(await agent(), { recoveryId })).toEqual({ ok: false, reason: "asker_gone" });
    expect((await refuseRecovery(await agent(), { recoveryId })).ok).toBe(true);
  });

  it("have witnesses: the other administrators are told of what one asks, and of each that no mailbox can stop", async () => {
    const [asker, witness] = [await admin(), await admin()];
    const noticesTo = async ({ agentId }: { agentId: AgentId }) =>
      (await lettersTo(`${agentId}@belleval.example`, "agent.recovery_notice")).map(({ paragraphs }) => paragraphs[0]);
    const person = await frozenPerson();
    const { recoveryId } = await askedAtCounter("held", person, await agent());
    expect(await noticesTo(witness)).toEqual([]);
    expect((await confirmRecovery(asker, { recoveryId })).ok).toBe(true);
    expect(await noticesTo(witness)).toEqual([expect.stringContaining("sans que l’ancienne puisse s’y opposer")]);
    const { citizen } = await active();
    expect((await askRecovery(asker, { accountId: citizen.accountId, newEmail: newEmail(), proof })).ok).toBe(true);
    expect(await noticesTo(witness)).toHaveLength(2);
    expect(await noticesTo(asker)).toEqual([]);
    const letters = JSON.stringify(await lettersTo(`${witness.agentId}@belleval.example`));
    expect(letters).not.toMatch(/Élodie|D’Aubigné/);
  });
});
