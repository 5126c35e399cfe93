import { eq } from "drizzle-orm";
import { agents, agentTokens } from "@/db/schema/staff";
import { anonymous, type Admin, type Agent } from "@/lib/kernel/actor";
import { hashSecret } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { letterDevice, type DeviceOwner, type KnownDevice } from "@/lib/proofs/known-devices";
import { findBrowserLink } from "../queries/find-browser-link";
import { findAgentSession } from "../queries/find-agent-session";
import {
  agentRow,
  codeOf,
  comeBack,
  stopClock,
  invited,
  lastLink,
  lettersTo,
  newAdmin,
  newAgent,
  password,
  settleTown,
  signedIn,
  travel,
  verbsOf,
} from "../testing";
import { readAgentToken, setupPurposes } from "../access/tokens";
import { askBrowserLink, recogniseBrowser } from "./recognise-browser";
import { removeAgent } from "./remove-agent";
import { endOtherSessions } from "./end-agent-sessions";
import { confirmSecondFactor, signInAgent } from "./sign-in-agent";

// A day of guesses, each compared.
jest.setTimeout(60_000);

let admin: Admin;
beforeAll(async () => {
  await settleTown();
  admin = await newAdmin();
});
beforeEach(stopClock);
afterEach(comeBack);
afterAll(() => database().$client.end());

const wrong = "ce n’est pas le bon";

/** What the browser keeps once the letter made it known. */
const knownBy = ({ id, deviceEpoch }: DeviceOwner): KnownDevice[] => [
  { owner: id, epoch: deviceEpoch, device: letterDevice },
];

async function attempt(email: string, typed: string, known: readonly KnownDevice[] = []) {
  const tried = await signInAgent(anonymous, { email, password: typed }, "d", known);
  return tried.ok ? "ok" : tried.reason;
}

/** Wrong passwords by strangers, one each time that the delay allows it, for as long as the day's last. Gives what they were answered. */
async function guess(email: string, { known = [], from = 0 }: { known?: readonly KnownDevice[]; from?: number } = {}) {
  const answers: string[] = [];
  for (let turn = 0; turn < 30; turn += 1) {
    travel(from + turn * 16);
    answers.push(await attempt(email, wrong, known));
  }
  return answers.filter((answer) => answer === "bad_credentials").length;
}

/** Through the letter: what a browser never seen keeps from then on. */
async function recognised(email: string): Promise<KnownDevice[]> {
  expect(await askBrowserLink(anonymous, { email })).toEqual({ ok: true, value: null });
  const known = await recogniseBrowser(anonymous, { jeton: await lastLink(email, "agent.browser") });
  if (!known.ok) throw new Error(known.reason);
  return knownBy(known.value);
}

describe("an administrator whom strangers make wait", () => {
  it("enters from a new browser by the letter, the password and the second factor", async () => {
    const { email, agentId } = await newAgent("admin");
    expect(await guess(email)).toBe(25);
    expect(await attempt(email, password)).toBe("delayed");
    const known = await recognised(email);

    expect(await attempt(email, wrong, known)).toBe("bad_credentials");
    const first = await signInAgent(anonymous, { email, password }, "d", known);
    if (!first.ok) throw new Error(first.reason);
    const pending = await findAgentSession(hashSecret(first.value.secret));
    if (!pending) throw new Error("no session");
    expect(pending.hasSecondFactor).toBe(false);
    const given = { sessionId: pending.sessionId, code: await codeOf(agentId) };
    expect(await confirmSecondFactor(anonymous, given, "d", known)).toMatchObject({ ok: true });
    expect(await verbsOf(agentId)).toEqual(
      expect.arrayContaining(["agent.browser_link_asked", "agent.browser_recognised", "agent.signed_in"]),
    );
    // Strangers still wait.
    expect(await attempt(email, password)).toBe("delayed");
  });

  it("is not guessed at more for it: all the browsers made known by letters have the tries of one", async () => {
    const { email } = await newAgent();
    let compared = 0;
    for (let letter = 0; letter < 3; letter += 1)
      compared += await guess(email, { known: await recognised(email), from: letter * 8 * 60 });
    // Twenty-five made known by letters, then twenty-five as strangers.
    expect(compared).toBe(50);
  });
});

describe("the letter", () => {
  it("goes to agents at work, and the answer tells nothing of the others", async () => {
    const [atWork, removed, waiting] = [await newAgent(), await newAgent(), await invited(admin)];
    await removeAgent(admin, { agentId: removed.agentId });
    for (const { email } of [atWork, removed, waiting, { email: "personne@belleval.example" }])
      expect(await askBrowserLink(anonymous, { email })).toEqual({ ok: true, value: null });
    const lettersOf = async (email: string) => (await lettersTo(email, "agent.browser")).length;
    expect(await lettersOf(atWork.email)).toBe(1);
    expect(await lettersOf(removed.email)).toBe(0);
    expect(await lettersOf(waiting.email)).toBe(0);
    expect(await verbsOf(removed.agentId)).not.toContain("agent.browser_link_asked");
  });

  it("voids neither an invitation nor a new second factor: anybody may ask for it", async () => {
    const { email, jeton } = await invited(admin);
    await database().update(agents).set({ isActive: true }).where(eq(agents.email, email));
    await askBrowserLink(anonymous, { email });
    expect((await lettersTo(email, "agent.browser")).length).toBe(1);
    expect((await readAgentToken(jeton, setupPurposes)).state).toBe("valid");
  });

  it("comes five times an hour at most, and one always works for whoever reads the mailbox", async () => {
    const { email } = await newAgent();
    for (let hour = 0; hour < 24; hour += 1) {
      travel(hour * 60);
      for (let turn = 0; turn < 8; turn += 1) await askBrowserLink(anonymous, { email });
      const last = await lastLink(email, "agent.browser");
      expect((await findBrowserLink(last)).state).toBe("valid");
    }
    expect((await lettersTo(email, "agent.browser")).length).toBeLessThanOrEqual(20);
  });

  it("carries no secret in clear in the base, and says whose it is to who has it", async () => {
    const { email, agentId } = await newAgent();
    await askBrowserLink(anonymous, { email });
    const jeton = await lastLink(email, "agent.browser");
    expect(jeton).toMatch(/^[\w-]{43}$/);
    const rows = await database().select().from(agentTokens).where(eq(agentTokens.agentId, agentId));
    expect(JSON.stringify(rows)).not.toContain(jeton);
    expect(await findBrowserLink(jeton)).toEqual({ state: "valid", email });
    expect(await findBrowserLink("x")).toEqual({ state: "unknown" });
  });
});

describe("its link", () => {
  it("opens nothing of an agent removed meanwhile", async () => {
    const { email, agentId } = await newAgent();
    await askBrowserLink(anonymous, { email });
    const jeton = await lastLink(email, "agent.browser");
    await removeAgent(admin, { agentId });
    expect(await recogniseBrowser(anonymous, { jeton })).toEqual({ ok: false, reason: "unknown" });
    expect(await findBrowserLink(jeton)).toEqual({ state: "unknown" });
  });

  it("serves no more once the agent made every browser a stranger", async () => {
    const agent = await newAgent();
    const { sessionId } = await signedIn(agent);
    await askBrowserLink(anonymous, { email: agent.email });
    const jeton = await lastLink(agent.email, "agent.browser");
    const actor: Agent = { kind: "agent", agentId: agent.agentId, sessionId, serviceIds: [] };
    await endOtherSessions(actor);
    expect(await recogniseBrowser(anonymous, { jeton })).toEqual({ ok: false, reason: "expired" });
    expect((await agentRow(agent.agentId)).deviceEpoch).toBe(1);
  });

  it("sets neither password nor second factor", async () => {
    const { email } = await newAgent();
    await askBrowserLink(anonymous, { email });
    const jeton = await lastLink(email, "agent.browser");
    expect((await readAgentToken(jeton, setupPurposes)).state).toBe("unknown");
  });
});
