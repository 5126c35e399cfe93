import type { Admin, OrganisationAdmin } from "@/lib/kernel/actor";
import { newId, type AgentId, type OrganisationId, type SessionId } from "@/lib/shared/ids";
import { agentStateOf, canGive, canManage, canSee, changeProblem, needsService, removalProblem } from "./policy";

const [me, other, third] = [newId<AgentId>(), newId<AgentId>(), newId<AgentId>()];
const active = (id: AgentId) => ({ id, state: "active" as const });
const agent = { role: "agent" as const, serviceCount: 1 };

describe("the state of an agent", () => {
  it.each([
    [{ isActive: false, removedAt: null }, "invited"],
    [{ isActive: true, removedAt: null }, "active"],
    [{ isActive: false, removedAt: new Date() }, "removed"],
  ])("%o is %s", (facts, state) => expect(agentStateOf(facts)).toBe(state));
});

describe("removalProblem", () => {
  it("forbids oneself, the last administrator and who is already gone", () => {
    expect(removalProblem(me, active(me), [me, other])).toBe("own_account");
    expect(removalProblem(me, active(other), [other])).toBe("last_admin");
    expect(removalProblem(me, { id: other, state: "removed" }, [me])).toBe("already_removed");
  });
  it("allows anyone else, invited or at work", () => {
    expect(removalProblem(me, active(other), [me, other])).toBeNull();
    expect(removalProblem(me, { id: third, state: "invited" }, [me])).toBeNull();
  });
});

describe("changeProblem", () => {
  it("keeps one administrator, and a service to each agent", () => {
    expect(changeProblem(active(me), agent, [me])).toBe("last_admin");
    expect(changeProblem(active(me), agent, [me, other])).toBeNull();
    expect(changeProblem(active(me), { role: "admin", serviceCount: 0 }, [me])).toBeNull();
    expect(changeProblem(active(other), { role: "agent", serviceCount: 0 }, [me])).toBe("no_service");
    expect(changeProblem({ id: other, state: "removed" }, agent, [me])).toBe("already_removed");
    expect(needsService({ role: "admin", serviceCount: 0 })).toBe(false);
    const ofOne = { role: "admin" as const, organisationId: newId<OrganisationId>(), serviceCount: 0 };
    expect(changeProblem(active(me), ofOne, [me])).toBe("last_admin");
    expect(changeProblem(active(me), ofOne, [me, other])).toBeNull();
  });
});

describe("the administrator of an organisation", () => {
  const [own, foreign] = [newId<OrganisationId>(), newId<OrganisationId>()];
  const who = { agentId: me, sessionId: newId<SessionId>(), serviceIds: [] };
  const ofOne: OrganisationAdmin = {
    kind: "organisation_admin",
    ...who,
    organisationId: own,
    organisationServiceIds: [],
  };
  const ofPortal: Admin = { kind: "admin", ...who };
  const anAgent = (...serviceOrganisations: OrganisationId[]) => ({
    role: "agent" as const,
    organisationId: null,
    serviceOrganisations,
  });
  const anAdmin = (organisationId: OrganisationId | null, ...serviceOrganisations: OrganisationId[]) => ({
    role: "admin" as const,
    organisationId,
    serviceOrganisations,
  });

  it.each([
    ["an agent of its services alone", anAgent(own, own), true, true],
    ["an agent who works for another one too", anAgent(own, foreign), true, false],
    ["an agent of another one", anAgent(foreign), false, false],
    ["an agent of no service", anAgent(), false, false],
    ["another of its administrators", anAdmin(own), true, true],
    ["one of its administrators, whose service was given to another one", anAdmin(own, foreign), true, true],
    ["the administrator of another one", anAdmin(foreign), false, false],
    ["the administrator of another one who follows its service", anAdmin(foreign, own), true, false],
    ["an administrator of the portal", anAdmin(null), false, false],
    ["an administrator of the portal who follows its service", anAdmin(null, own), true, false],
  ])("%s: seen or not, managed or not", (_who, agent, isSeen, isManaged) => {
    expect([canSee(ofOne, agent), canManage(ofOne, agent)]).toEqual([isSeen, isManaged]);
    expect([canSee(ofPortal, agent), canManage(ofPortal, agent)]).toEqual([true, true]);
  });

  it("names agents and administrators of that organisation alone", () => {
    expect((["agent", own, "admin", foreign] as const).map((role) => canGive(ofOne, role))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect((["agent", own, "admin", foreign] as const).every((role) => canGive(ofPortal, role))).toBe(true);
  });
});
