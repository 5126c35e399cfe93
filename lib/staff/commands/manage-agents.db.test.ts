import { and, eq } from "drizzle-orm";
import { agents, agentSessions } from "@/db/schema/staff";
import { auditEvents } from "@/db/schema/platform";
import { anonymous, type Admin, type Agent } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { newId, type AgentId, type SessionId } from "@/lib/shared/ids";
import { findAgentSession } from "../queries/find-agent-session";
import { getAgent, listAgentNames, listAgents } from "../queries/list-agents";
import { listServices } from "@/lib/organisation/queries/list-services";
import { readAgentToken, setupPurposes } from "../access/tokens";
import {
  activated,
  agentRow,
  comeBack,
  invited,
  lastLink,
  lettersTo,
  newAdmin,
  newAgent,
  serviceId,
  settleTown,
  signedIn,
  verbsOf,
} from "../testing";
import { changeAgent } from "./change-agent";
import { inviteAgent, sendInvitation, sendSecondFactorLink } from "./invite-agent";
import { reinstateAgent, removeAgent } from "./remove-agent";
import { endAgentSessions } from "./end-agent-sessions";
import { signInAgent } from "./sign-in-agent";

let admin: Admin;
const plainAgent: Agent = { kind: "agent", agentId: newId(), sessionId: newId(), serviceIds: [] };

beforeAll(async () => {
  await settleTown();
  admin = await newAdmin();
});
afterEach(comeBack);
afterAll(() => database().$client.end());

describe("inviting an agent", () => {
  it("opens an account that nothing opens yet, mails a link, and writes both in the journal", async () => {
    const { email, agentId, jeton } = await invited(admin);
    expect(await agentRow(agentId)).toMatchObject({ isActive: false, activatedAt: null, passwordHash: "" });
    expect(await readAgentToken(jeton, setupPurposes)).toMatchObject({
      state: "valid",
      token: { agentId, hasPassword: false },
    });
    expect((await lettersTo(email))[0]?.subject).toBe("Votre compte d’agent du portail");
    for (const typed of ["", "n’importe quoi"])
      expect(await signInAgent(anonymous, { email, password: typed }, "d")).toMatchObject({
        reason: "bad_credentials",
      });
    expect(await verbsOf(agentId)).toContain("agent.invited");
    const [event] = await database()
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, agentId), eq(auditEvents.verb, "agent.invited")));
    expect(event).toMatchObject({
      actorKind: "admin",
      actorId: admin.agentId,
      details: { role: "agent", services: 1 },
    });
  });

  it("refuses an address already taken, whatever became of its agent", async () => {
    const { email, agentId } = await newAgent();
    const input = { email, name: "Autre", role: "admin" as const, services: [] };
    expect(await inviteAgent(admin, input)).toEqual({ ok: false, reason: "email_taken" });
    await removeAgent(admin, { agentId });
    expect(await inviteAgent(admin, input)).toEqual({ ok: false, reason: "email_taken" });
  });

  it("refuses an agent without a service, and writes nothing", async () => {
    const email = "sans.service@belleval.example";
    const result = await inviteAgent(admin, { email, name: "Sans service", role: "agent", services: [] });
    expect(result).toEqual({ ok: false, reason: "no_service" });
    expect(await lettersTo(email)).toEqual([]);
    expect(await database().select().from(agents).where(eq(agents.email, email))).toEqual([]);
  });

  it("sends another link, which voids the first; not to an agent removed", async () => {
    const { email, agentId, jeton } = await invited(admin);
    await sendInvitation(admin, { agentId });
    expect(await readAgentToken(jeton, setupPurposes)).toEqual({ state: "expired" });
    expect((await readAgentToken(await lastLink(email), setupPurposes)).state).toBe("valid");
    await removeAgent(admin, { agentId });
    expect(await sendInvitation(admin, { agentId })).toEqual({ ok: false, reason: "already_removed" });
  });

  it("sends a link for the second factor alone to an agent at work only", async () => {
    const { email, agentId } = await activated(admin);
    await sendSecondFactorLink(admin, { agentId });
    expect(await readAgentToken(await lastLink(email), setupPurposes)).toMatchObject({
      token: { purpose: "agent_second_factor" },
    });
    const waiting = await invited(admin);
    expect(await sendSecondFactorLink(admin, waiting)).toEqual({ ok: false, reason: "not_active" });
  });
});

describe("changing an agent", () => {
  it("is obeyed by the very next request of the same session", async () => {
    const { email, agentId } = await newAgent();
    const { tokenHash } = await signedIn({ email, agentId });
    const services = [await serviceId("scolarite")];
    await changeAgent(admin, { agentId, name: "Nadège Testard", role: "agent", services });
    expect(await findAgentSession(tokenHash)).toMatchObject({ role: "agent", serviceIds: services });
    await changeAgent(admin, { agentId, name: "Nadège Testard", role: "admin", services: [], isConfirmed: "oui" });
    expect(await findAgentSession(tokenHash)).toMatchObject({ role: "admin", serviceIds: [] });
    expect((await verbsOf(agentId)).filter((verb) => verb === "agent.changed")).toHaveLength(2);
  });

  it("refuses an agent removed and an agent left without a service, and keeps the services of before", async () => {
    const { agentId } = await newAgent();
    const input = { agentId, name: "Nadège Testard", role: "agent" as const, services: [] };
    expect(await changeAgent(admin, input)).toEqual({ ok: false, reason: "no_service" });
    expect((await getAgent(admin, agentId)).serviceNames).toEqual(["Service etat-civil"]);
    await removeAgent(admin, { agentId });
    expect(await changeAgent(admin, input)).toEqual({ ok: false, reason: "already_removed" });
  });
});

describe("a service left without an agent at work", () => {
  it("is not left so without a word, whoever else is invited to it; it is once that is confirmed", async () => {
    const [civil, school] = [await serviceId("etat-civil"), await serviceId("scolarite")];
    const { agentId } = await newAgent();
    const change = { agentId, name: "Nadège Testard", role: "agent" as const };
    await changeAgent(admin, { ...change, services: [civil, school] });
    const waiting = await invited(admin);
    await changeAgent(admin, { ...change, agentId: waiting.agentId, services: [school] });

    expect(await changeAgent(admin, { ...change, services: [civil] })).toEqual({
      ok: false,
      reason: "leaves_unattended",
      details: { services: "Service scolarite" },
    });
    expect((await getAgent(admin, agentId)).serviceIds).toContain(school);
    expect((await verbsOf(agentId)).filter((verb) => verb === "agent.changed")).toHaveLength(1);

    const colleague = await newAgent();
    await changeAgent(admin, { ...change, agentId: colleague.agentId, services: [civil, school] });
    expect(await changeAgent(admin, { ...change, services: [civil] })).toMatchObject({ ok: true });
    const alone = { ...change, agentId: colleague.agentId, services: [civil] };
    expect(await changeAgent(admin, alone)).toMatchObject({ reason: "leaves_unattended" });
    expect(await changeAgent(admin, { ...alone, isConfirmed: "oui" })).toMatchObject({ ok: true });
  });

  it("does not lose its last agent by a removal either, until that is confirmed", async () => {
    const { agentId } = await newAgent();
    const services = [await serviceId("scolarite")];
    await changeAgent(admin, { agentId, name: "Nadège Testard", role: "agent", services, isConfirmed: "oui" });

    expect(await removeAgent(admin, { agentId })).toEqual({
      ok: false,
      reason: "leaves_unattended",
      details: { services: "Service scolarite" },
    });
    expect(await agentRow(agentId)).toMatchObject({ isActive: true, removedAt: null });
    expect(await verbsOf(agentId)).not.toContain("agent.removed");

    expect(await removeAgent(admin, { agentId, isConfirmed: "oui" })).toMatchObject({ ok: true });
    expect(await verbsOf(agentId)).toContain("agent.removed");
  });
});

describe("removing an agent", () => {
  it("ends sessions and links at once: the next request is refused; then gives the access back", async () => {
    const { email, agentId } = await activated(admin);
    const { tokenHash } = await signedIn({ email, agentId });
    await sendInvitation(admin, { agentId });
    expect(await removeAgent(admin, { agentId })).toMatchObject({ ok: true });
    expect(await findAgentSession(tokenHash)).toBeNull();
    expect(await database().select().from(agentSessions).where(eq(agentSessions.agentId, agentId))).toEqual([]);
    expect((await readAgentToken(await lastLink(email), setupPurposes)).state).toBe("unknown");
    expect(await removeAgent(admin, { agentId })).toEqual({ ok: false, reason: "already_removed" });

    expect(await reinstateAgent(admin, { agentId })).toMatchObject({ ok: true });
    expect(await reinstateAgent(admin, { agentId })).toEqual({ ok: false, reason: "not_removed" });
    expect((await readAgentToken(await lastLink(email), setupPurposes)).state).toBe("expired");
    expect((await getAgent(admin, agentId)).state).toBe("active");
    expect((await verbsOf(agentId)).slice(-2)).toEqual(["agent.removed", "agent.reinstated"]);
  });

  it("gives back an invitation that was never used as an invitation", async () => {
    const { agentId } = await invited(admin);
    await removeAgent(admin, { agentId });
    await reinstateAgent(admin, { agentId });
    expect((await getAgent(admin, agentId)).state).toBe("invited");
  });

  it("ends the sessions of an agent who stays", async () => {
    const { email, agentId } = await newAgent();
    const { tokenHash } = await signedIn({ email, agentId });
    expect(await endAgentSessions(admin, { agentId })).toEqual({ ok: true, value: 1 });
    expect(await findAgentSession(tokenHash)).toBeNull();
    expect(await verbsOf(agentId)).toContain("agent.sessions_ended");
  });
});

describe("the last administrator", () => {
  const admins = () =>
    database()
      .select({ id: agents.id })
      .from(agents)
      .where(and(eq(agents.role, "admin"), eq(agents.isActive, true)));
  const only = async (...kept: AgentId[]) => {
    for (const { id } of await admins())
      if (!kept.includes(id)) await database().update(agents).set({ role: "agent" }).where(eq(agents.id, id));
  };
  const demotion = async (agentId: AgentId) => ({
    agentId,
    name: "Nadège Testard",
    role: "agent" as const,
    services: [await serviceId("etat-civil")],
  });

  it("is neither removed nor demoted, and nobody removes themselves", async () => {
    await only(admin.agentId);
    expect(await changeAgent(admin, await demotion(admin.agentId))).toEqual({ ok: false, reason: "last_admin" });
    expect(await removeAgent(admin, { agentId: admin.agentId })).toEqual({ ok: false, reason: "own_account" });
    const gone: Admin = { kind: "admin", agentId: newId(), sessionId: newId<SessionId>(), serviceIds: [] };
    expect(await removeAgent(gone, { agentId: admin.agentId })).toEqual({ ok: false, reason: "last_admin" });
  });

  it("remains when two administrators remove each other at the same instant", async () => {
    const [one, two] = [await newAdmin(), await newAdmin()];
    await only(one.agentId, two.agentId);
    const results = await Promise.all([
      removeAgent(one, { agentId: two.agentId }),
      removeAgent(two, { agentId: one.agentId }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "last_admin" });
    expect(await admins()).toHaveLength(1);
  });

  it("remains when two administrators step down at the same instant", async () => {
    const [one, two] = [await newAdmin(), await newAdmin()];
    await only(one.agentId, two.agentId);
    const inputs = [await demotion(one.agentId), await demotion(two.agentId)] as const;
    const results = await Promise.all([changeAgent(one, inputs[0]), changeAgent(two, inputs[1])]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await admins()).toHaveLength(1);
    admin = await newAdmin();
  });
});

describe("who may", () => {
  it("finds nothing to manage without being an administrator", async () => {
    const { agentId } = await newAgent();
    const services = [await serviceId("etat-civil")];
    const fields = { name: "N", role: "agent" as const, services };
    for (const actor of [plainAgent, anonymous] as const)
      for (const attempt of [
        () => inviteAgent(actor, { email: "x@belleval.example", ...fields }),
        () => sendInvitation(actor, { agentId }),
        () => sendSecondFactorLink(actor, { agentId }),
        () => changeAgent(actor, { agentId, ...fields }),
        () => removeAgent(actor, { agentId }),
        () => reinstateAgent(actor, { agentId }),
        () => endAgentSessions(actor, { agentId }),
      ])
        await expect(attempt()).rejects.toThrow("introuvable");
    expect(await verbsOf(agentId)).toEqual(["agent.registered"]);
  });

  it("finds no agent that does not exist", async () => {
    const agentId = newId<AgentId>();
    for (const attempt of [
      () => removeAgent(admin, { agentId }),
      () => reinstateAgent(admin, { agentId }),
      () => endAgentSessions(admin, { agentId }),
      () => getAgent(admin, agentId),
    ])
      await expect(attempt()).rejects.toThrow("introuvable");
  });
});

describe("what administrators read", () => {
  it("lists those at work and invited apart from those removed, and says what may be done", async () => {
    const [waiting, working, gone] = [await invited(admin), await activated(admin), await newAgent()];
    await removeAgent(admin, gone);
    const present = new Map((await listAgents(admin, { isRemoved: false })).map((line) => [line.id, line]));
    expect(present.get(waiting.agentId)).toMatchObject({ state: "invited", services: ["Service etat-civil"] });
    expect(present.get(working.agentId)?.state).toBe("active");
    expect(present.has(gone.agentId)).toBe(false);
    expect((await listAgents(admin, { isRemoved: true })).map(({ id }) => id)).toContain(gone.agentId);
    expect(await getAgent(admin, waiting.agentId)).toMatchObject({
      link: { purpose: "agent_invitation" },
      can: { change: true, remove: true, reinstate: false, renewSecondFactor: false },
    });
    expect(await getAgent(admin, working.agentId)).toMatchObject({ codesLeft: 10, link: null });
    expect((await getAgent(admin, admin.agentId)).can).toMatchObject({ remove: false, endSessions: false });
    expect((await listServices(admin)).map(({ name }) => name)).toEqual(["Service etat-civil", "Service scolarite"]);
    expect((await listAgentNames(admin)).map(({ id }) => id)).toContain(gone.agentId);
  });
});
