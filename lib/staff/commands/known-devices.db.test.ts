import { anonymous, type Admin, type Agent } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { DeviceOwner, KnownDevice } from "@/lib/proofs/known-devices";
import {
  agentRow,
  codeOf,
  comeBack,
  stopClock,
  newAdmin,
  newAgent,
  otherPassword,
  password,
  pendingSession,
  settleTown,
  signedIn,
  travel,
} from "../testing";
import { changeAgentPassword, renewRecoveryCodes } from "./change-own-access";
import { endAgentSessions, endOtherSessions } from "./end-agent-sessions";
import { confirmSecondFactor, confirmWithRecoveryCode, signInAgent } from "./sign-in-agent";

let admin: Admin;
beforeAll(async () => {
  await settleTown();
  admin = await newAdmin();
});
// A day of guesses, each compared.
jest.setTimeout(60_000);

beforeEach(stopClock);
afterEach(comeBack);
afterAll(() => database().$client.end());

const wrong = "ce n’est pas le bon";
const deviceOf = (owner: DeviceOwner): KnownDevice => ({
  owner: owner.id,
  epoch: owner.deviceEpoch,
  device: "appareil",
});

async function knownTo(agent: { agentId: Agent["agentId"] }) {
  const { id, deviceEpoch } = await agentRow(agent.agentId);
  return [deviceOf({ id, deviceEpoch })];
}

async function reasonOf(result: Promise<{ ok: true } | { ok: false; reason: string }>) {
  const given = await result;
  return given.ok ? "ok" : given.reason;
}
const attempt = (email: string, typed: string, known: readonly KnownDevice[] = []) =>
  reasonOf(signInAgent(anonymous, { email, password: typed }, "d", known));

/** More tries than a day has, by strangers. */
async function guess(email: string) {
  for (let turn = 0; turn < 30; turn += 1) {
    await attempt(email, wrong);
    travel(16);
  }
  expect(await attempt(email, password)).toBe("delayed");
}

const otherThan = (code: string) => (code === "000000" ? "111111" : "000000");

describe("a browser where the agent signed in before", () => {
  it("enters, by both steps, while strangers wait", async () => {
    const { email, agentId } = await newAgent();
    const known = await knownTo({ agentId });
    await guess(email);
    const first = await signInAgent(anonymous, { email, password }, "d", known);
    expect(first.ok).toBe(true);
    expect(await attempt(email, password)).toBe("delayed");
  });

  it("gives its code while a stranger who has the password guesses codes, and says to whom it is known", async () => {
    const { email, agentId } = await newAgent();
    const known = await knownTo({ agentId });
    const { sessionId } = await pendingSession(email);
    const code = await codeOf(agentId);
    const guessed = { sessionId, code: otherThan(code) };
    for (let turn = 0; turn < 5; turn += 1) await confirmSecondFactor(anonymous, guessed, "d");
    expect(await reasonOf(confirmSecondFactor(anonymous, { sessionId, code }, "d"))).toBe("delayed");
    expect(await reasonOf(confirmWithRecoveryCode(anonymous, { sessionId, code: "AAAA" }, "d", known))).toBe(
      "wrong_code",
    );
    const result = await confirmSecondFactor(anonymous, { sessionId, code }, "d", known);
    expect(result).toMatchObject({ ok: true, value: { owner: { id: agentId, deviceEpoch: 0 } } });
  });

  it("has no more than its own count, and is a stranger to another agent", async () => {
    const [mine, theirs] = [await newAgent(), await newAgent()];
    const known = await knownTo(mine);
    for (let turn = 0; turn < 5; turn += 1) expect(await attempt(mine.email, wrong, known)).toBe("bad_credentials");
    expect(await attempt(mine.email, password, known)).toBe("delayed");
    await guess(theirs.email);
    expect(await attempt(theirs.email, password, known)).toBe("delayed");
  });
});

describe("it is a stranger again", () => {
  it.each([
    [
      "once the password is changed",
      async (actor: Agent) => {
        const input = { currentPassword: password, password: otherPassword, passwordConfirmation: otherPassword };
        const changed = await changeAgentPassword(actor, input);
        return changed.ok ? changed.value.owner : null;
      },
    ],
    [
      "once the other connections are ended",
      async (actor: Agent) => {
        const ended = await endOtherSessions(actor);
        return ended.ok ? ended.value.owner : null;
      },
    ],
  ])("%s, save the one that asked", async (_when, act) => {
    const agent = await newAgent();
    const { sessionId } = await signedIn(agent);
    const known = await knownTo(agent);
    const owner = await act({ kind: "agent", agentId: agent.agentId, sessionId, serviceIds: [] });
    if (!owner) throw new Error("refused");
    await guess(agent.email);
    expect(await attempt(agent.email, wrong, known)).toBe("delayed");
    expect(await attempt(agent.email, wrong, [deviceOf(owner)])).toBe("bad_credentials");
  });

  it("once an administrator ends the agent’s connections", async () => {
    const agent = await newAgent();
    const known = await knownTo(agent);
    await endAgentSessions(admin, { agentId: agent.agentId });
    await guess(agent.email);
    expect(await attempt(agent.email, password, known)).toBe("delayed");
  });
});

describe("an agent signed in", () => {
  it("recalls password and code while strangers guess", async () => {
    const agent = await newAgent();
    const { sessionId } = await signedIn(agent);
    const actor = { kind: "agent", agentId: agent.agentId, sessionId, serviceIds: [] } as const;
    await guess(agent.email);
    const code = await codeOf(agent.agentId, 1);
    expect(await renewRecoveryCodes(actor, { currentPassword: password, code })).toMatchObject({ ok: true });
    const refused = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const given = { currentPassword: wrong, password: otherPassword, passwordConfirmation: otherPassword };
      refused.push(await reasonOf(changeAgentPassword(actor, given)));
    }
    expect(refused).toEqual([...Array<string>(5).fill("wrong_password"), "delayed"]);
  });
});
