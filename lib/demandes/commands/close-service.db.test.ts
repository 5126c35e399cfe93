import { eq } from "drizzle-orm";
import { journalOf, readyDraft, valueOf } from "@/db/test/citizen-demande";
import { buildTown, fileDemande, type Town } from "@/db/test/filed-demande";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import { agentServices, agentSessions } from "@/db/schema/staff";
import { services } from "@/db/schema/organisation";
import { anonymous } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { reopenService } from "@/lib/organisation/commands/manage-services";
import { findAgentSession } from "@/lib/staff/queries/find-agent-session";
import { newId, type AgentId, type DemandeId, type ServiceId, type SessionId } from "@/lib/shared/ids";
import { demandeStatuses } from "@/lib/vocabulary/demande-status";
import { getServiceToClose } from "../queries/get-service-to-close";
import { isOpen } from "../status";
import { addService } from "../testing/services";
import { closeService } from "./close-service";
import { reopenDemande } from "./reopen-demande";
import { submitDemande } from "./submit-demande";

let town: Town;
let heir: ServiceId;
beforeAll(async () => {
  town = await buildTown();
  heir = town.stranger.serviceIds[0] ?? newId<ServiceId>();
});

const rowOf = async (id: DemandeId) => {
  const [row] = await database().select().from(demandes).where(eq(demandes.id, id));
  if (!row) throw new Error("absent");
  return row;
};

const newService = (options?: { isFollowed?: boolean }) => addService(town, options);

const follow = (agentId: AgentId, serviceId: ServiceId) =>
  database().insert(agentServices).values({ agentId, serviceId });
const follows = async (agentId: AgentId) =>
  (await database().select().from(agentServices).where(eq(agentServices.agentId, agentId))).map((row) => row.serviceId);

it("hands over what waits and its démarches, with a line of the journal for each; what is closed keeps its name", async () => {
  const { id: serviceId, agentId } = await newService();
  await database().update(demarches).set({ serviceId }).where(eq(demarches.id, town.demarcheId));
  const filed = [];
  for (const status of demandeStatuses)
    filed.push({ status, ...(await fileDemande(town, status, { serviceId, agentId })) });

  const close = { serviceId, heir, agentsJoin: "oui" as const };
  expect(await closeService(town.admin, close)).toMatchObject({ ok: true });
  for (const { status, id } of filed) {
    const row = await rowOf(id);
    expect([status, row.status, row.serviceId]).toEqual([status, status, isOpen(status) ? heir : serviceId]);
    // Its agent joined: what they had taken in charge stays theirs.
    expect(row.agentId).toBe(agentId);
    expect(await journalOf(id, "demande.handed_over")).toHaveLength(isOpen(status) ? 1 : 0);
  }
  const [demarche] = await database().select().from(demarches).where(eq(demarches.id, town.demarcheId));
  expect(demarche).toMatchObject({ serviceId: heir, isPublished: true });
  expect(await journalOf(town.demarcheId, "demarche.entrusted")).toHaveLength(1);
  const [line] = await journalOf(serviceId, "service.closed");
  expect(line?.details).toEqual({ demarches: 1, demandes: filed.filter(({ status }) => isOpen(status)).length, heir });
  expect(await follows(agentId)).toEqual([heir]);
  expect(await closeService(town.admin, close)).toEqual({ ok: false, reason: "already_closed" });
});

it("leaves to nobody in particular what an agent had taken in charge who does not follow the heir", async () => {
  const { id: serviceId, agentId } = await newService();
  await follow(agentId, town.serviceId);
  const { id } = await fileDemande(town, "in_progress", { serviceId, agentId });
  expect(await closeService(town.admin, { serviceId, heir })).toMatchObject({ ok: true });
  expect(await rowOf(id)).toMatchObject({ serviceId: heir, status: "in_progress", agentId: null });
  expect(await follows(agentId)).toEqual([town.serviceId]);
});

it("asks who takes over where something ever was, and refuses who cannot", async () => {
  const { id: serviceId, agentId } = await newService();
  await follow(agentId, town.serviceId);
  const { id } = await fileDemande(town, "validated", { serviceId });
  expect(await closeService(town.admin, { serviceId, heir: "" })).toEqual({ ok: false, reason: "heir_needed" });
  const gone = await newService({ isFollowed: false });
  expect(await closeService(town.admin, { serviceId: gone.id, heir: "" })).toMatchObject({ ok: true });
  for (const wrong of [serviceId, gone.id, newId<ServiceId>()])
    expect(await closeService(town.admin, { serviceId, heir: wrong })).toEqual({ ok: false, reason: "unknown_heir" });
  expect(await rowOf(id)).toMatchObject({ serviceId });
  expect(await journalOf(serviceId)).toEqual([]);
});

it("leaves no agent without a service, nor the heir without an agent, unless that is confirmed", async () => {
  const { id: serviceId, agentId } = await newService();
  const { id } = await fileDemande(town, "pending", { serviceId });
  const empty = await newService({ isFollowed: false });
  const close = { serviceId, heir: empty.id };
  expect(await closeService(town.admin, close)).toMatchObject({ reason: "agents_without_service" });
  await follow(agentId, town.serviceId);
  expect(await closeService(town.admin, close)).toEqual({
    ok: false,
    reason: "leaves_unattended",
    details: { services: `Service ${empty.id}` },
  });
  expect(await rowOf(id)).toMatchObject({ serviceId });
  expect((await follows(agentId)).includes(serviceId)).toBe(true);
  expect(await closeService(town.admin, { ...close, isConfirmed: "oui" })).toMatchObject({ ok: true });
  expect(await rowOf(id)).toMatchObject({ serviceId: empty.id });
});

it("is the administrators’ alone, and is not found where there is none", async () => {
  const { id: serviceId } = await newService();
  for (const actor of [town.agent, town.citizen, anonymous])
    await expect(closeService(actor, { serviceId, heir })).rejects.toThrow("introuvable");
  const absent = newId<ServiceId>();
  await expect(closeService(town.admin, { serviceId: absent, heir })).rejects.toThrow("introuvable");
  await expect(getServiceToClose(town.admin, absent)).rejects.toThrow("introuvable");
});

it("says before closing what it holds and who could take over", async () => {
  const { id: serviceId, agentId } = await newService();
  await fileDemande(town, "incomplete", { serviceId });
  await fileDemande(town, "draft", { serviceId });
  const empty = await newService({ isFollowed: false });
  const seen = await getServiceToClose(town.admin, serviceId);
  expect(seen).toMatchObject({ waiting: 1, isBounded: false, demarches: [], isHeirNeeded: true });
  expect(seen.aloneAgents).toHaveLength(1);
  expect(seen.heirs).toContainEqual({ id: empty.id, name: `Service ${empty.id}`, isFollowed: false });
  expect(seen.heirs).toContainEqual(expect.objectContaining({ id: heir, isFollowed: true }));
  expect(seen.heirs.map(({ id }) => id)).not.toContain(serviceId);
  expect(await follows(agentId)).toEqual([serviceId]);
});

describe("what comes after", () => {
  it("sends a draft begun before to who took over", async () => {
    const { id: serviceId } = await newService();
    await database().update(demarches).set({ serviceId }).where(eq(demarches.id, town.demarcheId));
    const demandeId = await readyDraft(town.citizen);
    expect(await rowOf(demandeId)).toMatchObject({ serviceId });
    await closeService(town.admin, { serviceId, heir, agentsJoin: "oui" });
    valueOf(await submitDemande(town.citizen, { demandeId, revision: 1, robot: "not_needed" }));
    expect(await rowOf(demandeId)).toMatchObject({ serviceId: heir, status: "pending" });
  });

  it("lets the agents of the heir answer about what was closed, and of the heir’s heir once it closes too", async () => {
    const [first, second, third] = [await newService(), await newService(), await newService()];
    const { id } = await fileDemande(town, "rejected", { serviceId: first.id });
    await closeService(town.admin, { serviceId: first.id, heir: second.id, agentsJoin: "oui" });
    await closeService(town.admin, { serviceId: second.id, heir: third.id, agentsJoin: "oui" });
    const now = clock.now();
    const later = new Date(now.getTime() + 60_000);
    const session = { id: newId<SessionId>(), agentId: third.agentId, tokenHash: `hash ${third.id}`, device: "" };
    const times = { createdAt: now, lastSeenAt: now, idleExpiresAt: later, expiresAt: later };
    await database()
      .insert(agentSessions)
      .values({ ...session, ...times, hasSecondFactor: true });
    const found = await findAgentSession(session.tokenHash);
    expect(new Set(found?.serviceIds)).toEqual(new Set([first.id, second.id, third.id]));
    expect(found?.serviceNames).toEqual([`Service ${third.id}`]);

    const reader = { ...town.agent, agentId: third.agentId, serviceIds: found?.serviceIds ?? [] };
    const { lockVersion } = await rowOf(id);
    valueOf(await reopenDemande(reader, { demandeId: id, lockVersion, reason: "Une pièce retrouvée." }));
    expect(await rowOf(id)).toMatchObject({ status: "in_progress", serviceId: third.id, agentId: third.agentId });
  });

  it("gives nothing back to a service that opens again", async () => {
    const { id: serviceId } = await newService();
    const { id } = await fileDemande(town, "pending", { serviceId });
    await closeService(town.admin, { serviceId, heir, agentsJoin: "oui" });
    expect(await reopenService(town.admin, { serviceId })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ serviceId: heir });
    const [row] = await database().select().from(services).where(eq(services.id, serviceId));
    expect(row).toMatchObject({ closedAt: null, heirId: null });
  });
});
