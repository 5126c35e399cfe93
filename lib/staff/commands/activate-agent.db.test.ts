import fc from "fast-check";
import { eq } from "drizzle-orm";
import { agentRecoveryCodes, agentTokens } from "@/db/schema/staff";
import { anonymous, type Admin, type Agent } from "@/lib/kernel/actor";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { findAgentSession } from "../queries/find-agent-session";
import { findInvitation } from "../queries/find-invitation";
import { getOwnAgent } from "../queries/get-own-agent";
import { purgeAgents } from "../jobs/purge-sessions-and-links";
import {
  activated,
  agentRow,
  browser,
  codeOf,
  comeBack,
  stopClock,
  invited,
  lastLink,
  lettersTo,
  linkCode,
  newAdmin,
  otherPassword,
  password,
  pendingSession,
  settleTown,
  signedIn,
  travel,
  verbsOf,
} from "../testing";
import { chooseAgentPassword, setSecondFactor } from "./activate-agent";
import { sendInvitation, sendSecondFactorLink } from "./invite-agent";
import { changeAgentPassword, renewRecoveryCodes } from "./change-own-access";
import { removeAgent } from "./remove-agent";
import { endOtherSessions, endOwnSession } from "./end-agent-sessions";
import { confirmWithRecoveryCode, signInAgent } from "./sign-in-agent";

let admin: Admin;
beforeAll(async () => {
  await settleTown();
  admin = await newAdmin();
});
beforeEach(stopClock);
afterEach(comeBack);
afterAll(() => database().$client.end());

describe("activating an account of agent", () => {
  it("chooses a password, proves the second factor, gives ten codes, and signs in", async () => {
    const { email, agentId, jeton } = await invited(admin);
    expect(await findInvitation(jeton, browser)).toMatchObject({ invitation: { email, hasPassword: false } });
    expect(await chooseAgentPassword(anonymous, { jeton, password })).toMatchObject({ ok: true });
    expect(await signInAgent(anonymous, { email, password }, "d")).toMatchObject({ reason: "bad_credentials" });
    const set = await setSecondFactor(anonymous, { jeton, code: linkCode(jeton) }, browser);
    if (!set.ok) throw new Error(set.reason);
    expect(new Set(set.value.codes).size).toBe(10);
    expect(await signedIn({ email, agentId })).toMatchObject({ agentId, hasSecondFactor: true });
    expect((await agentRow(agentId)).lastSeenAt).not.toBeNull();
    expect(await verbsOf(agentId)).toEqual([
      "agent.invited",
      "agent.password_changed",
      "agent.activated",
      "agent.second_factor_set",
      "agent.recovery_codes_renewed",
      "agent.signed_in",
    ]);
  });

  it("refuses a wrong code, a code before the password, and a password that is weak or personal", async () => {
    const { jeton } = await invited(admin);
    expect(await setSecondFactor(anonymous, { jeton, code: linkCode(jeton) }, browser)).toMatchObject({
      reason: "no_password",
    });
    for (const weak of ["azertyuiop12", "Testard testard"])
      expect(await chooseAgentPassword(anonymous, { jeton, password: weak })).toMatchObject({
        reason: "weak_password",
      });
    await chooseAgentPassword(anonymous, { jeton, password });
    const wrong = linkCode(jeton) === "000000" ? "111111" : "000000";
    expect(await setSecondFactor(anonymous, { jeton, code: wrong }, browser)).toMatchObject({ reason: "wrong_code" });
    expect(await findInvitation(jeton, browser)).toMatchObject({ state: "valid" });
  });

  it("keeps only hashes of the link and of the codes", async () => {
    const { agentId, jeton, codes } = await activated(admin);
    const tokens = await database().select().from(agentTokens).where(eq(agentTokens.agentId, agentId));
    const kept = await database().select().from(agentRecoveryCodes).where(eq(agentRecoveryCodes.agentId, agentId));
    expect(JSON.stringify(tokens)).not.toContain(jeton);
    for (const code of codes) expect(JSON.stringify(kept)).not.toContain(code.replaceAll("-", ""));
  });
});

describe("the link of an agent", () => {
  /** Why the two steps are refused. */
  const attempts = async (jeton: string) => {
    const results = [
      await chooseAgentPassword(anonymous, { jeton, password }),
      await setSecondFactor(anonymous, { jeton, code: linkCode(jeton) }, browser),
    ];
    return results.map((result) => (result.ok ? "ok" : result.reason));
  };
  const refused = (reason: string) => [reason, reason];

  it("opens nothing once expired, replayed, superseded, or when its agent is removed", async () => {
    const late = await invited(admin);
    travel(48 * 60 + 1);
    expect(await attempts(late.jeton)).toEqual(refused("expired"));
    comeBack();
    const replayed = await activated(admin);
    expect(await attempts(replayed.jeton)).toEqual(refused("used"));
    expect(await findInvitation(replayed.jeton, browser)).toEqual({ state: "used" });
    const superseded = await invited(admin);
    await sendInvitation(admin, superseded);
    expect(await attempts(superseded.jeton)).toEqual(refused("expired"));
    const removed = await invited(admin);
    await removeAgent(admin, removed);
    expect(await attempts(removed.jeton)).toEqual(refused("unknown"));
  });

  it("opens nothing once truncated or altered", async () => {
    const { jeton } = await invited(admin);
    await fc.assert(
      fc.asyncProperty(fc.nat(42), fc.nat(63), fc.boolean(), async (at, letter, isCut) => {
        const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        const altered = isCut ? jeton.slice(0, at) : jeton.slice(0, at) + alphabet.charAt(letter) + jeton.slice(at + 1);
        expect((await findInvitation(altered, browser)).state).toBe(altered === jeton ? "valid" : "unknown");
      }),
      { numRuns: 60 },
    );
  });

  it("made for the second factor chooses no password, and keeps the one there is", async () => {
    const { email, agentId } = await activated(admin);
    const before = await agentRow(agentId);
    await sendSecondFactorLink(admin, { agentId });
    const jeton = await lastLink(email);
    expect(await chooseAgentPassword(anonymous, { jeton, password: otherPassword })).toMatchObject({
      reason: "unknown",
    });
    const { tokenHash } = await signedIn({ email, agentId });
    expect(await setSecondFactor(anonymous, { jeton, code: linkCode(jeton) }, browser)).toMatchObject({ ok: true });
    const after = await agentRow(agentId);
    expect(after.passwordHash).toBe(before.passwordHash);
    expect(after.totpSecret).not.toBe(before.totpSecret);
    expect(await findAgentSession(tokenHash)).toBeNull();
    expect((await lettersTo(email))[0]?.subject).toBe("Votre second facteur a été remplacé");
    expect((await verbsOf(agentId)).filter((verb) => verb === "agent.activated")).toHaveLength(1);
  });

  it("used twice at the same instant sets one second factor", async () => {
    const { jeton } = await invited(admin);
    await chooseAgentPassword(anonymous, { jeton, password });
    const code = linkCode(jeton);
    const results = await Promise.all([1, 2, 3].map(() => setSecondFactor(anonymous, { jeton, code }, browser)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("gives new accesses to an agent who lost their password, whose old ones last until then", async () => {
    const { email, agentId } = await activated(admin);
    await sendInvitation(admin, { agentId });
    expect((await lettersTo(email))[0]?.subject).toBe("Vos nouveaux accès d’agent du portail");
    expect((await signInAgent(anonymous, { email, password }, "d")).ok).toBe(true);
    await chooseAgentPassword(anonymous, { jeton: await lastLink(email), password: otherPassword });
    expect((await signInAgent(anonymous, { email, password }, "d")).ok).toBe(false);
    expect((await signInAgent(anonymous, { email, password: otherPassword }, "d")).ok).toBe(true);
    expect((await lettersTo(email))[0]?.subject).toBe("Votre mot de passe d’agent a été modifié");
  });

  it("is forgotten a month after its end", async () => {
    const { agentId } = await invited(admin);
    const limits = { signal: new AbortController().signal };
    await purgeAgents({ kind: "system", job: "test" }, limits);
    expect(await database().select().from(agentTokens).where(eq(agentTokens.agentId, agentId))).toHaveLength(1);
    travel(33 * 24 * 60);
    expect(await purgeAgents({ kind: "system", job: "test" }, limits)).toBeGreaterThan(0);
    expect(await database().select().from(agentTokens).where(eq(agentTokens.agentId, agentId))).toEqual([]);
    comeBack();
    admin = await newAdmin();
  });
});

describe("a recovery code", () => {
  const type = (text: string) => text.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");

  it("replaces the six digits once, however it is typed, and the agent is told", async () => {
    const { email, agentId, codes } = await activated(admin);
    const { sessionId } = await pendingSession(email);
    const used = await confirmWithRecoveryCode(anonymous, { sessionId, code: type(codes[0] ?? "") }, "d");
    if (!used.ok) throw new Error(used.reason);
    expect(used.value.codesLeft).toBe(9);
    expect(await findAgentSession(hashSecret(used.value.secret))).toMatchObject({ agentId, hasSecondFactor: true });
    const [letter] = await lettersTo(email);
    expect(letter?.subject).toBe("Un code de secours a été utilisé");
    expect(letter?.paragraphs.join(" ")).toContain("Codes de secours restants\u00a0: 9");
    expect((await verbsOf(agentId)).slice(-2)).toEqual(["agent.recovery_code_used", "agent.signed_in"]);

    const again = await pendingSession(email);
    expect(
      await confirmWithRecoveryCode(anonymous, { sessionId: again.sessionId, code: codes[0] ?? "" }, "d"),
    ).toMatchObject({ reason: "wrong_code" });
    expect((await verbsOf(agentId)).at(-1)).toBe("agent.second_factor_failed");
  });

  it("used twice at the same instant opens one session", async () => {
    const { email, codes } = await activated(admin);
    const pending = [await pendingSession(email), await pendingSession(email), await pendingSession(email)];
    const results = await Promise.all(
      pending.map(({ sessionId }) => confirmWithRecoveryCode(anonymous, { sessionId, code: codes[1] ?? "" }, "d")),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("of another agent opens nothing, and tries are counted with those of the six digits", async () => {
    const [one, other] = [await activated(admin), await activated(admin)];
    const { sessionId } = await pendingSession(one.email);
    const reasons = [];
    for (let i = 0; i < 6; i += 1) {
      const result = await confirmWithRecoveryCode(anonymous, { sessionId, code: other.codes[i] ?? "" }, "d");
      reasons.push(result.ok ? "ok" : result.reason);
    }
    expect(reasons).toEqual([...Array<string>(5).fill("wrong_code"), "delayed"]);
  });
});

describe("an agent's own account", () => {
  async function own() {
    const agent = await activated(admin);
    const session = await signedIn(agent);
    const actor: Agent = { kind: "agent", agentId: agent.agentId, sessionId: session.sessionId, serviceIds: [] };
    return { ...agent, actor, tokenHash: session.tokenHash };
  }

  it("changes the password after recalling it, ends the other sessions and says so", async () => {
    const { actor, email, agentId, tokenHash } = await own();
    const pending = await pendingSession(email);
    expect(await changeAgentPassword(actor, { currentPassword: "faux", password: otherPassword })).toMatchObject({
      reason: "wrong_password",
    });
    expect(await changeAgentPassword(actor, { currentPassword: password, password: "azertyuiop12" })).toMatchObject({
      reason: "weak_password",
    });
    await changeAgentPassword(actor, { currentPassword: password, password: otherPassword });
    expect(await findAgentSession(tokenHash)).not.toBeNull();
    expect((await getOwnAgent(actor)).sessions.map(({ id }) => id)).toEqual([actor.sessionId]);
    expect(pending.sessionId).not.toBe(actor.sessionId);
    expect((await signInAgent(anonymous, { email, password: otherPassword }, "d")).ok).toBe(true);
    expect((await lettersTo(email))[0]?.subject).toBe("Votre mot de passe d’agent a été modifié");
    expect((await verbsOf(agentId)).at(-1)).toBe("agent.password_changed");
  });

  it("makes recalling the password wait after five failures", async () => {
    const { actor } = await own();
    const input = { currentPassword: "faux", password: otherPassword };
    for (let i = 0; i < 5; i += 1) await changeAgentPassword(actor, input);
    expect(await changeAgentPassword(actor, input)).toMatchObject({ reason: "delayed" });
  });

  it("renews the codes after the password and a code of the telephone; those before are dead", async () => {
    const { actor, email, agentId, codes } = await own();
    travel(2);
    const code = await codeOf(agentId);
    expect(await renewRecoveryCodes(actor, { currentPassword: "faux", code })).toMatchObject({
      reason: "wrong_password",
    });
    const wrong = code === "000000" ? "111111" : "000000";
    expect(await renewRecoveryCodes(actor, { currentPassword: password, code: wrong })).toMatchObject({
      reason: "wrong_code",
    });
    const renewed = await renewRecoveryCodes(actor, { currentPassword: password, code });
    if (!renewed.ok) throw new Error(renewed.reason);
    expect(renewed.value.codes).toHaveLength(10);
    expect(await renewRecoveryCodes(actor, { currentPassword: password, code })).toMatchObject({
      reason: "wrong_code",
    });
    const { sessionId } = await pendingSession(email);
    expect(await confirmWithRecoveryCode(anonymous, { sessionId, code: codes[0] ?? "" }, "d")).toMatchObject({
      reason: "wrong_code",
    });
    expect((await lettersTo(email))[0]?.subject).toBe("Vos codes de secours ont été renouvelés");
  });

  it("lists and ends the agent's own sessions, and nobody else's", async () => {
    const [mine, other] = [await own(), await own()];
    expect(await getOwnAgent(mine.actor)).toMatchObject({ email: mine.email, codesLeft: 10 });
    await expect(endOwnSession(mine.actor, { sessionId: other.actor.sessionId })).rejects.toThrow("introuvable");
    expect(await findAgentSession(other.tokenHash)).not.toBeNull();
    const pending = await pendingSession(mine.email);
    expect(await endOwnSession(mine.actor, { sessionId: pending.sessionId })).toMatchObject({ ok: true });
    await pendingSession(mine.email);
    expect(await endOtherSessions(mine.actor)).toMatchObject({ ok: true, value: { sessions: 1 } });
    expect(await findAgentSession(mine.tokenHash)).not.toBeNull();
    expect((await verbsOf(mine.agentId)).slice(-2)).toEqual(["agent.sessions_ended", "agent.sessions_ended"]);
  });
});
