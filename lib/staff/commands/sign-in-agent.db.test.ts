import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { agents, agentSessions } from "@/db/schema/staff";
import { auditEvents } from "@/db/schema/platform";
import { anonymous, type System } from "@/lib/kernel/actor";
import { clock, setClock } from "@/lib/kernel/clock";
import { hashSecret, unseal } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import type { AgentId } from "@/lib/shared/ids";
import { findAgentSession } from "../queries/find-agent-session";
import { findDemonstrationCode } from "../queries/find-demonstration-code";
import { signOutAgent } from "./end-agent-sessions";
import { registerAgent } from "./register-agent";
import { addMissingOrganisation, addMissingService } from "@/lib/organisation/commands/add-missing";
import { confirmSecondFactor, signInAgent } from "./sign-in-agent";

const system: System = { kind: "system", job: "test" };
const password = "quatre moulins bleus sautent";
let count = 0;
let restore: () => void = () => undefined;
const travel = (seconds: number) => {
  restore();
  const start = Date.now();
  restore = setClock(() => new Date(start + seconds * 1000));
};

beforeAll(async () => {
  await addMissingOrganisation(system, { slug: "ville", name: "Ville" });
  await addMissingService(system, {
    slug: "etat-civil",
    organisation: "ville",
    name: "État civil",
    address: "a",
    phone: "p",
    email: "e@example.org",
  });
});
afterEach(() => restore());
afterAll(() => database().$client.end());

async function newAgent(role: "agent" | "admin" = "agent") {
  const email = `agent${(count += 1)}@belleval.example`;
  const made = await registerAgent(system, { email, name: "Agent", role, password, services: ["etat-civil"] });
  if (!made.ok) throw new Error("refused");
  return { email, agentId: made.value };
}

async function codeOf(agentId: AgentId): Promise<string> {
  const [row] = await database().select({ secret: agents.totpSecret }).from(agents).where(eq(agents.id, agentId));
  return new TOTP({ secret: Secret.fromBase32(unseal("totp", row?.secret ?? "")) }).generate({
    timestamp: clock.now().getTime(),
  });
}

async function firstStep(email: string) {
  const result = await signInAgent(anonymous, { email, password }, "d");
  if (!result.ok) throw new Error(result.reason);
  const session = await findAgentSession(hashSecret(result.value.secret));
  if (!session) throw new Error("no session");
  return { ...session, secret: result.value.secret };
}

const verbsOf = async (id: AgentId) =>
  (
    await database()
      .select({ verb: auditEvents.verb })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id)
  ).map(({ verb }) => verb);

describe("an agent's sign-in", () => {
  it("opens only after the second factor, under a new identifier, with the services of the moment", async () => {
    const { email, agentId } = await newAgent("admin");
    const pending = await firstStep(email);
    expect(pending.hasSecondFactor).toBe(false);
    const result = await confirmSecondFactor(
      anonymous,
      { sessionId: pending.sessionId, code: await codeOf(agentId) },
      "d",
    );
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.secret).not.toBe(pending.secret);
    expect(await findAgentSession(hashSecret(pending.secret))).toBeNull();
    const session = await findAgentSession(hashSecret(result.value.secret));
    expect(session).toMatchObject({ agentId, role: "admin", hasSecondFactor: true, serviceNames: ["État civil"] });
    expect(await verbsOf(agentId)).toEqual(["agent.registered", "agent.signed_in"]);
  });

  it("takes each code once", async () => {
    const { email, agentId } = await newAgent();
    const code = await codeOf(agentId);
    const [one, two] = [await firstStep(email), await firstStep(email)];
    const results = await Promise.all(
      [one, two].map(({ sessionId }) => confirmSecondFactor(anonymous, { sessionId, code }, "d")),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await verbsOf(agentId)).toContain("agent.second_factor_failed");
  });

  it("refuses a wrong code, then makes tries wait", async () => {
    const { email, agentId } = await newAgent();
    const { sessionId } = await firstStep(email);
    const wrong = (await codeOf(agentId)) === "000000" ? "111111" : "000000";
    const results = [];
    for (let i = 0; i < 7; i += 1) results.push(await confirmSecondFactor(anonymous, { sessionId, code: wrong }, "d"));
    expect(results.map((result) => (result.ok ? "ok" : result.reason))).toEqual([
      ...Array<string>(5).fill("wrong_code"),
      "delayed",
      "delayed",
    ]);
  });

  it("asks for the password again when the code is late", async () => {
    const { email, agentId } = await newAgent();
    const { sessionId } = await firstStep(email);
    travel(11 * 60);
    expect(await confirmSecondFactor(anonymous, { sessionId, code: await codeOf(agentId) }, "d")).toEqual({
      ok: false,
      reason: "expired",
    });
  });

  it("refuses alike a wrong password, an unknown address and an agent removed", async () => {
    const [{ email }, removed] = [await newAgent(), await newAgent()];
    await database().update(agents).set({ isActive: false }).where(eq(agents.id, removed.agentId));
    for (const [address, secret] of [
      [email, "faux"],
      ["inconnu@belleval.example", password],
      [removed.email, password],
    ] as const)
      expect(await signInAgent(anonymous, { email: address, password: secret }, "d")).toEqual({
        ok: false,
        reason: "bad_credentials",
      });
  });

  it("ends at once for an agent removed, and at sign-out", async () => {
    const { email, agentId } = await newAgent();
    const pending = await firstStep(email);
    const result = await confirmSecondFactor(
      anonymous,
      { sessionId: pending.sessionId, code: await codeOf(agentId) },
      "d",
    );
    if (!result.ok) throw new Error(result.reason);
    const hash = hashSecret(result.value.secret);
    await database().update(agents).set({ isActive: false }).where(eq(agents.id, agentId));
    expect(await findAgentSession(hash)).toBeNull();
    await database().update(agents).set({ isActive: true }).where(eq(agents.id, agentId));
    const session = await findAgentSession(hash);
    await signOutAgent({ kind: "agent", agentId, sessionId: session?.sessionId ?? pending.sessionId, serviceIds: [] });
    expect(await findAgentSession(hash)).toBeNull();
    expect(await verbsOf(agentId)).toContain("agent.signed_out");
  });

  it("ends after fifteen idle minutes", async () => {
    const { email, agentId } = await newAgent();
    const pending = await firstStep(email);
    const result = await confirmSecondFactor(
      anonymous,
      { sessionId: pending.sessionId, code: await codeOf(agentId) },
      "d",
    );
    if (!result.ok) throw new Error(result.reason);
    travel(16 * 60);
    expect(await findAgentSession(hashSecret(result.value.secret))).toBeNull();
  });

  it("keeps the second factor sealed, and shows no code outside the demonstration", async () => {
    const { email } = await newAgent();
    const pending = await firstStep(email);
    expect(await findDemonstrationCode(pending.sessionId)).toBeNull();
    const [row] = await database().select({ secret: agents.totpSecret }).from(agents).where(eq(agents.email, email));
    expect(row?.secret).toMatch(/^v1\./);
    expect(await database().select().from(agentSessions).where(eq(agentSessions.tokenHash, pending.secret))).toEqual(
      [],
    );
  });
});

describe("registerAgent", () => {
  it("is the same agent the second time, with the same second factor", async () => {
    const { email, agentId } = await newAgent();
    const before = await codeOf(agentId);
    const again = await registerAgent(system, {
      email,
      name: "Autre nom",
      role: "agent",
      password: "un autre mot de passe",
      services: [],
    });
    expect(again).toEqual({ ok: true, value: agentId });
    expect(await codeOf(agentId)).toBe(before);
    expect((await signInAgent(anonymous, { email, password: "un autre mot de passe" }, "d")).ok).toBe(true);
  });
});
