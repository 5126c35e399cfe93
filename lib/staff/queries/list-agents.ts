import { and, asc, count, desc, eq, exists, inArray, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import { agents, agentServices, agentSessions, agentTokens, type AgentSetupPurpose } from "@/db/schema/staff";
import { organisations, services } from "@/db/schema/organisation";
import type { Manager } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { isLiveSession } from "@/lib/proofs/sessions";
import { NotFound } from "@/lib/kernel/errors";
import { isLive } from "@/lib/proofs/one-time-link";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { AgentId } from "@/lib/shared/ids";
import { findLastAccess } from "../access/accesses";
import { agentVersion } from "../agents/card-version";
import { organisationsOf } from "../agents/lock-agent";
import { agentStateOf, canManage, canSee } from "../policy";
import { countCodesLeft } from "../access/recovery-codes";
import { setupPurposes } from "../access/tokens";
import { wantedRoleOf, type AgentCard, type AgentLine } from "../types";

/** A town has some hundreds of agents: one page holds them. */
const listLimit = 1_000;

const columns = {
  id: agents.id,
  name: agents.name,
  email: agents.email,
  role: agents.role,
  organisation: organisations.name,
  isActive: agents.isActive,
  removedAt: agents.removedAt,
  lastSeenAt: agents.lastSeenAt,
};

/** The agents that the reader sees (`canSee`): at work and invited, or removed, in the order of their names. */
export async function listAgents(actor: Manager, { isRemoved }: { isRemoved: boolean }): Promise<AgentLine[]> {
  const rows = await database()
    .select(columns)
    .from(agents)
    .leftJoin(organisations, eq(organisations.id, agents.organisationId))
    .where(and(isRemoved ? isNotNull(agents.removedAt) : isNull(agents.removedAt), seenBy(actor)))
    .orderBy(asc(agents.name), asc(agents.id))
    .limit(listLimit);
  const served = await servicesOf(rows.map(({ id }) => id));
  const lines = rows.map(({ isActive, removedAt, ...row }) => ({
    ...row,
    state: agentStateOf({ isActive, removedAt }),
    services: served.filter(({ agentId }) => agentId === row.id).map(({ name }) => name),
  }));
  return inFrenchOrder(lines, ({ name }) => name);
}

/** One agent, and what this administrator may do; throws NotFound for one whom they do not see. */
export async function getAgent(actor: Manager, agentId: AgentId): Promise<AgentCard> {
  const [[row], served, serviceOrganisations, [link], [sessions], codesLeft, lastAccess] = await Promise.all([
    database()
      .select({
        ...columns,
        organisationId: agents.organisationId,
        createdAt: agents.createdAt,
        activatedAt: agents.activatedAt,
      })
      .from(agents)
      .leftJoin(organisations, eq(organisations.id, agents.organisationId))
      .where(eq(agents.id, agentId)),
    servicesOf([agentId]),
    organisationsOf(database(), agentId),
    findOpenLink(agentId),
    countSessions(agentId),
    countCodesLeft(agentId),
    findLastAccess(agentId),
  ]);
  if (!row || !canSee(actor, { ...row, serviceOrganisations })) throw new NotFound();
  const { isActive, organisationId, ...card } = row;
  const isManaged = canManage(actor, { ...row, serviceOrganisations });
  const wantedRole = wantedRoleOf({ role: card.role, organisationId });
  const state = agentStateOf({ isActive, removedAt: row.removedAt });
  const serviceIds = served.map(({ serviceId }) => serviceId);
  return {
    ...card,
    state,
    serviceIds,
    wantedRole,
    isManaged,
    version: agentVersion({ name: card.name, role: wantedRole, serviceIds }),
    serviceNames: served.map(({ name }) => name),
    link: link ?? null,
    lastAccess,
    openSessions: sessions?.total ?? 0,
    codesLeft,
    can: {
      change: isManaged && state !== "removed",
      remove: isManaged && state !== "removed" && agentId !== actor.agentId,
      reinstate: isManaged && state === "removed",
      renewSecondFactor: isManaged && state === "active",
      endSessions: isManaged && state === "active" && agentId !== actor.agentId,
    },
  };
}

/** Names of the agents that the reader sees, whatever their state, for the filter of the journal. */
export async function listAgentNames(actor: Manager): Promise<{ id: AgentId; name: string }[]> {
  const found = await database()
    .select({ id: agents.id, name: agents.name })
    .from(agents)
    .where(seenBy(actor))
    .orderBy(asc(agents.name))
    .limit(listLimit);
  return inFrenchOrder(found, ({ name }) => name);
}

/** `canSee`, as a condition on `agents`. */
function seenBy(actor: Manager): SQL | undefined {
  if (actor.kind === "admin") return undefined;
  const follows = database()
    .select({ one: sql`1` })
    .from(agentServices)
    .innerJoin(services, eq(services.id, agentServices.serviceId))
    .where(and(eq(agentServices.agentId, agents.id), eq(services.organisationId, actor.organisationId)));
  return or(eq(agents.organisationId, actor.organisationId), exists(follows));
}

async function servicesOf(agentIds: readonly AgentId[]) {
  if (agentIds.length === 0) return [];
  const found = await database()
    .select({ agentId: agentServices.agentId, serviceId: services.id, name: services.name })
    .from(agentServices)
    .innerJoin(services, eq(services.id, agentServices.serviceId))
    .where(inArray(agentServices.agentId, [...agentIds]));
  return inFrenchOrder(found, ({ name }) => name);
}

function findOpenLink(agentId: AgentId) {
  return database()
    .select({ purpose: sql<AgentSetupPurpose>`${agentTokens.purpose}`, expiresAt: agentTokens.expiresAt })
    .from(agentTokens)
    .where(and(eq(agentTokens.agentId, agentId), inArray(agentTokens.purpose, [...setupPurposes]), isLive(agentTokens)))
    .orderBy(desc(agentTokens.createdAt))
    .limit(1);
}

function countSessions(agentId: AgentId) {
  return database()
    .select({ total: count() })
    .from(agentSessions)
    .where(
      and(eq(agentSessions.agentId, agentId), eq(agentSessions.hasSecondFactor, true), isLiveSession(agentSessions)),
    );
}
