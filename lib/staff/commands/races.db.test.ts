import { eq } from "drizzle-orm";
import { meanwhile } from "@/db/test/meanwhile";
import { agents, agentSessions } from "@/db/schema/staff";
import { outbox } from "@/db/schema/platform";
import { anonymous, type Agent } from "@/lib/kernel/actor";
import { database, type Tx } from "@/lib/kernel/database";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import type { AgentId } from "@/lib/shared/ids";
import {
  activated,
  agentRow,
  browser,
  codeOf,
  invited,
  linkCode,
  newAdmin,
  newAgent,
  otherPassword,
  password,
  pendingSession,
  settleTown,
  signedIn,
} from "../testing";
import { chooseAgentPassword, setSecondFactor } from "./activate-agent";
import { changeAgentPassword, renewRecoveryCodes } from "./change-own-access";
import { confirmSecondFactor, confirmWithRecoveryCode, signInAgent } from "./sign-in-agent";

jest.setTimeout(60_000);
beforeAll(settleTown);
afterAll(() => database().$client.end());

const chosen = { password: otherPassword, passwordConfirmation: otherPassword };
const sessionsOf = (id: AgentId) => database().select().from(agentSessions).where(eq(agentSessions.agentId, id));
const lettersTo = (email: string) => database().$count(outbox, eq(outbox.recipientHash, recipientHash(email)));
const remove = async (tx: Tx, id: AgentId) => {
  await tx.update(agents).set({ isActive: false, removedAt: new Date() }).where(eq(agents.id, id));
  await tx.delete(agentSessions).where(eq(agentSessions.agentId, id));
};
const changePassword = (tx: Tx, id: AgentId) =>
  tx.update(agents).set({ passwordHash: "autre" }).where(eq(agents.id, id));

async function atWork(): Promise<Agent & { email: string }> {
  const { email, agentId } = await newAgent();
  const { sessionId } = await signedIn({ email, agentId });
  return { kind: "agent", agentId, sessionId, serviceIds: [], email };
}

describe("the second step of a sign-in", () => {
  it("posted twice at once with one code opens one session", async () => {
    const { email, agentId } = await newAgent();
    const { sessionId } = await pendingSession(email);
    const code = await codeOf(agentId);
    const post = () => confirmSecondFactor(anonymous, { sessionId, code }, "d");
    const answers = await Promise.all([post(), post()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: "expired" }]);
    expect(await sessionsOf(agentId)).toHaveLength(1);
  });

  it("posted twice at once with two proofs opens one session, and uses one proof up", async () => {
    const { email, agentId, codes } = await activated(await newAdmin());
    const { sessionId } = await pendingSession(email);
    const post = (code = "") => confirmWithRecoveryCode(anonymous, { sessionId, code }, "d");
    const answers = await Promise.all([post(codes[0]), post(codes[1])]);
    expect(answers.filter(({ ok }) => ok)).toMatchObject([{ value: { codesLeft: 9 } }]);
    expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: "expired" }]);
    expect(await sessionsOf(agentId)).toHaveLength(1);
  });

  it("opens nothing once the first step was ended, or the agent removed", async () => {
    const ends: ((tx: Tx, id: AgentId) => Promise<unknown>)[] = [
      remove,
      async (tx, id) => {
        await tx.select().from(agents).where(eq(agents.id, id)).for("update");
        await tx.delete(agentSessions).where(eq(agentSessions.agentId, id));
      },
    ];
    for (const end of ends) {
      const { email, agentId } = await newAgent();
      const { sessionId } = await pendingSession(email);
      const code = await codeOf(agentId);
      const act = () => confirmSecondFactor(anonymous, { sessionId, code }, "d");
      expect(await meanwhile((tx) => end(tx, agentId), act)).toEqual({ ok: false, reason: "expired" });
      expect(await sessionsOf(agentId)).toEqual([]);
    }
  });
});

describe.each([
  ["removed", remove],
  ["given another password", changePassword],
] as const)("an agent %s while they act", (_what, end) => {
  it("opens no first step", async () => {
    const { email, agentId } = await newAgent();
    const act = () => signInAgent(anonymous, { email, password }, "d");
    expect(await meanwhile((tx) => end(tx, agentId), act)).toEqual({ ok: false, reason: "bad_credentials" });
    expect(await sessionsOf(agentId)).toEqual([]);
  });

  it("changes no password, and no letter leaves", async () => {
    const agent = await atWork();
    const letters = await lettersTo(agent.email);
    const act = () => changeAgentPassword(agent, { currentPassword: password, ...chosen });
    expect(await meanwhile((tx) => end(tx, agent.agentId), act)).toEqual({ ok: false, reason: "wrong_password" });
    expect(await lettersTo(agent.email)).toBe(letters);
  });

  it("renews no recovery code", async () => {
    const agent = await atWork();
    const letters = await lettersTo(agent.email);
    const code = await codeOf(agent.agentId, 1);
    const act = () => renewRecoveryCodes(agent, { currentPassword: password, code });
    expect(await meanwhile((tx) => end(tx, agent.agentId), act)).toEqual({ ok: false, reason: "wrong_password" });
    expect(await lettersTo(agent.email)).toBe(letters);
  });
});

describe("an agent removed while their link is opened", () => {
  it("gets no password, and is not activated", async () => {
    const admin = await newAdmin();
    const [one, other] = [await invited(admin), await invited(admin)];
    expect((await chooseAgentPassword(anonymous, { jeton: other.jeton, password })).ok).toBe(true);
    const choose = () => chooseAgentPassword(anonymous, { jeton: one.jeton, password });
    const set = () => setSecondFactor(anonymous, { jeton: other.jeton, code: linkCode(other.jeton) }, browser);
    for (const [{ agentId }, act] of [
      [one, choose],
      [other, set],
    ] as const) {
      const answer = await meanwhile<unknown>((tx) => remove(tx, agentId), act);
      expect(answer).toEqual({ ok: false, reason: "unknown" });
      expect(await agentRow(agentId)).toMatchObject({ isActive: false });
    }
    expect((await agentRow(one.agentId)).passwordHash).toBe("");
  });
});
