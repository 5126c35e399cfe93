import { and, eq } from "drizzle-orm";
import { agents, agentServices } from "@/db/schema/staff";
import { services } from "@/db/schema/organisation";
import { auditEvents } from "@/db/schema/platform";
import type { Admin, OrganisationAdmin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { closeOrganisation } from "@/lib/organisation/commands/manage-organisations";
import { newId, type AgentId, type OrganisationId, type ServiceId } from "@/lib/shared/ids";
import { findAgentSession } from "../queries/find-agent-session";
import { getAgent, listAgentNames, listAgents } from "../queries/list-agents";
import { listGivenRoles } from "../queries/list-given-roles";
import type { WantedRole } from "../types";
import {
  agentRow,
  comeBack,
  lettersTo,
  newAdmin,
  newAgent,
  newOrganisationAdmin,
  organisationId,
  serviceId,
  settleOther,
  settleTown,
  signedIn,
  verbsOf,
} from "../testing";
import { changeAgent } from "./change-agent";
import { endAgentSessions } from "./end-agent-sessions";
import { inviteAgent, sendInvitation, sendSecondFactorLink } from "./invite-agent";
import { reinstateAgent, removeAgent } from "./remove-agent";

let portal: Admin & { email: string };
let ours: OrganisationAdmin;
let town: OrganisationId;
let ccas: OrganisationId;
let aide: ServiceId;
let civil: ServiceId;

beforeAll(async () => {
  await settleTown();
  ccas = await settleOther();
  town = await organisationId("ville");
  [aide, civil] = [await serviceId("aide"), await serviceId("etat-civil")];
  portal = await newAdmin();
  ours = await newOrganisationAdmin(ccas);
});
afterEach(comeBack);
afterAll(() => database().$client.end());

let count = 0;
const invitation = (role: WantedRole, ...wanted: ServiceId[]) => ({
  email: `invite.${(count += 1)}@ccas.example`,
  name: "Nadège Testard",
  role,
  services: wanted,
});

async function colleague(role: WantedRole = "agent", ...wanted: ServiceId[]): Promise<AgentId> {
  const made = await inviteAgent(portal, invitation(role, ...wanted));
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

const follows = async (agentId: AgentId) =>
  (await database().select().from(agentServices).where(eq(agentServices.agentId, agentId))).map((row) => row.serviceId);
const card = (agentId: AgentId, role: WantedRole, ...wanted: ServiceId[]) => ({
  agentId,
  name: "Nadège Testard",
  role,
  services: wanted,
  isConfirmed: "oui" as const,
});

describe("naming the administrator of an organisation", () => {
  it("is the portal’s, says of which in the journal and in the letter, and gives that organisation alone", async () => {
    const other = await newAdmin();
    const { email, agentId } = await newAgent();
    const { tokenHash } = await signedIn({ email, agentId });
    expect(await changeAgent(portal, card(agentId, ccas, aide))).toMatchObject({ ok: true });
    expect(await agentRow(agentId)).toMatchObject({ role: "admin", organisationId: ccas });
    expect(await findAgentSession(tokenHash)).toMatchObject({
      role: "admin",
      organisation: { id: ccas, name: "CCAS", serviceIds: [aide] },
      serviceIds: [aide],
    });
    const changed = and(eq(auditEvents.subjectId, agentId), eq(auditEvents.verb, "agent.changed"));
    const [line] = await database().select().from(auditEvents).where(changed);
    expect(line?.details).toEqual({ role: "admin", organisation: ccas, services: 1 });
    const [letter] = await lettersTo(other.email, "agent.admin_changed");
    expect(letter?.subject).toContain("CCAS");
    expect(await getAgent(portal, agentId)).toMatchObject({ wantedRole: ccas, organisation: "CCAS" });
  });

  it("refuses services of another organisation, and one that is closed or does not exist", async () => {
    expect(await inviteAgent(portal, invitation(ccas, civil))).toEqual({ ok: false, reason: "other_organisation" });
    const unknown = newId<OrganisationId>();
    expect(await inviteAgent(portal, invitation(unknown))).toEqual({ ok: false, reason: "unknown_organisation" });
  });

  it("is refused to the last administrator of the portal: an organisation’s does not stand in for them", async () => {
    const others = (await database().select().from(agents).where(eq(agents.role, "admin"))).filter(
      ({ id, organisationId: of }) => id !== portal.agentId && of === null,
    );
    for (const { id } of others) await database().update(agents).set({ isActive: false }).where(eq(agents.id, id));
    for (const role of [ccas, "agent"] as const)
      expect(await changeAgent(portal, card(portal.agentId, role, aide))).toEqual({ ok: false, reason: "last_admin" });
    expect(await agentRow(portal.agentId)).toMatchObject({ role: "admin", organisationId: null });
  });
});

describe("the administrator of an organisation", () => {
  it("invites agents and administrators into it, under its own name in the journal; the portal is told", async () => {
    const input = invitation("agent", aide);
    const made = await inviteAgent(ours, input);
    if (!made.ok) throw new Error(made.reason);
    expect(await follows(made.value)).toEqual([aide]);
    const [line] = await database().select().from(auditEvents).where(eq(auditEvents.subjectId, made.value));
    expect(line).toMatchObject({
      verb: "agent.invited",
      actorKind: "organisation_admin",
      actorId: ours.agentId,
      details: { role: "agent", services: 1 },
    });
    expect((await lettersTo(input.email))[0]?.subject).toBe("Votre compte d’agent du portail");
    expect((await lettersTo(portal.email, "agent.access_given")).length).toBeGreaterThan(0);

    const second = await inviteAgent(ours, invitation(ccas));
    expect(second.ok && (await agentRow(second.value))).toMatchObject({ role: "admin", organisationId: ccas });
  });

  it("raises nobody to the portal nor to another organisation, themselves least of all", async () => {
    const agentId = await colleague("agent", aide);
    for (const role of ["admin", town] as const) {
      const refused = { ok: false, reason: "role_out_of_reach" };
      expect(await inviteAgent(ours, invitation(role, aide))).toEqual(refused);
      expect(await changeAgent(ours, card(agentId, role, aide))).toEqual(refused);
      expect(await changeAgent(ours, card(ours.agentId, role, aide))).toEqual(refused);
    }
    expect(await agentRow(ours.agentId)).toMatchObject({ role: "admin", organisationId: ccas });
    expect(await agentRow(agentId)).toMatchObject({ role: "agent", organisationId: null });
  });

  it("puts nobody in a service of another organisation: it does not exist for them", async () => {
    expect(await inviteAgent(ours, invitation("agent", civil))).toEqual({ ok: false, reason: "no_service" });
    const made = await inviteAgent(ours, invitation("agent", aide, civil));
    expect(made.ok && (await follows(made.value))).toEqual([aide]);
    await changeAgent(ours, card(ours.agentId, ccas, aide, civil));
    expect(await follows(ours.agentId)).toEqual([aide]);
  });

  it("changes, removes, gives back and signs out those who work there alone, each written in the journal", async () => {
    const agentId = await colleague("agent", aide);
    expect(await changeAgent(ours, card(agentId, ccas, aide))).toMatchObject({ ok: true });
    expect(await sendInvitation(ours, { agentId })).toMatchObject({ ok: true });
    expect(await endAgentSessions(ours, { agentId })).toMatchObject({ ok: true });
    expect(await removeAgent(ours, { agentId })).toMatchObject({ ok: true });
    expect((await listAgents(ours, { isRemoved: true })).map(({ id }) => id)).toContain(agentId);
    expect(await reinstateAgent(ours, { agentId })).toMatchObject({ ok: true });
    expect(await verbsOf(agentId)).toEqual([
      "agent.invited",
      "agent.changed",
      "agent.invited",
      "agent.sessions_ended",
      "agent.removed",
      "agent.reinstated",
    ]);
  });

  it("neither reads nor touches who is of another organisation, of the portal, or of two", async () => {
    const shared = await colleague("agent", aide, civil);
    const theirs = await colleague("agent", civil);
    const theirAdmin = await colleague(town, civil);
    const before = (await database().select().from(agents)).filter(({ id }) => id !== ours.agentId);
    for (const agentId of [shared, theirs, theirAdmin, portal.agentId])
      for (const attempt of [
        () => sendInvitation(ours, { agentId }),
        () => sendSecondFactorLink(ours, { agentId }),
        () => changeAgent(ours, card(agentId, "agent", aide)),
        () => removeAgent(ours, { agentId, isConfirmed: "oui" }),
        () => reinstateAgent(ours, { agentId }),
        () => endAgentSessions(ours, { agentId }),
      ])
        await expect(attempt()).rejects.toThrow("introuvable");
    expect((await database().select().from(agents)).filter(({ id }) => id !== ours.agentId)).toEqual(before);

    for (const agentId of [theirs, theirAdmin, portal.agentId])
      await expect(getAgent(ours, agentId)).rejects.toThrow("introuvable");
    // Who follows one of its services stands in the list of its agents; their access is the portal's to keep.
    const nothing = { change: false, remove: false, reinstate: false, renewSecondFactor: false, endSessions: false };
    expect(await getAgent(ours, shared)).toMatchObject({ isManaged: false, can: nothing });
    const listed = (await listAgents(ours, { isRemoved: false })).map(({ id }) => id);
    const named = (await listAgentNames(ours)).map(({ id }) => id);
    for (const ids of [listed, named]) {
      expect(ids).toEqual(expect.arrayContaining([ours.agentId, shared]));
      for (const agentId of [theirs, theirAdmin, portal.agentId]) expect(ids).not.toContain(agentId);
    }
  });

  it("is offered the roles that they may give, and no other", async () => {
    expect(await listGivenRoles(ours)).toEqual({ isOfPortal: false, organisations: [{ id: ccas, name: "CCAS" }] });
    expect((await listGivenRoles(portal)).organisations.map(({ name }) => name)).toEqual(["CCAS", "Ville"]);
  });

  it("does not remove themselves; the portal does, and the organisation goes on without one", async () => {
    const only = await newOrganisationAdmin(town, "scolarite");
    const { agentId } = only;
    expect(await removeAgent(only, { agentId, isConfirmed: "oui" })).toEqual({ ok: false, reason: "own_account" });
    expect(await removeAgent(portal, { agentId, isConfirmed: "oui" })).toMatchObject({ ok: true });
    expect((await listAgents(portal, { isRemoved: true })).find(({ id }) => id === agentId)).toMatchObject({
      organisation: "Ville",
    });
  });
});

describe("an organisation that has administrators", () => {
  it("does not close over them, nor are they called back once it has", async () => {
    const made = await inviteAgent(portal, invitation(ccas));
    if (!made.ok) throw new Error(made.reason);
    const agentId = made.value;
    await database().update(services).set({ closedAt: new Date() }).where(eq(services.id, aide));
    expect(await closeOrganisation(portal, { organisationId: ccas })).toEqual({ ok: false, reason: "has_admins" });
    for (const { id, organisationId: of, removedAt } of await database().select().from(agents))
      if (of === ccas && !removedAt)
        expect(await removeAgent(portal, { agentId: id, isConfirmed: "oui" })).toMatchObject({ ok: true });
    expect(await closeOrganisation(portal, { organisationId: ccas })).toMatchObject({ ok: true });
    expect(await reinstateAgent(portal, { agentId })).toEqual({ ok: false, reason: "organisation_closed" });
    expect(await inviteAgent(portal, invitation(ccas))).toEqual({ ok: false, reason: "unknown_organisation" });
    expect((await listGivenRoles(portal)).organisations.map(({ name }) => name)).toEqual(["Ville"]);
  });
});
