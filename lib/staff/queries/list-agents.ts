import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { agents, agentServices, agentSessions, agentTokens, type AgentSetupPurpose } from "@/db/schema/staff";
import { services } from "@/db/schema/organisation";
import type { Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { isLiveSession } from "@/lib/proofs/sessions";
import { NotFound } from "@/lib/kernel/errors";
import { isLive } from "@/lib/proofs/one-time-link";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { AgentId } from "@/lib/shared/ids";
import { findLastAccess } from "../access/accesses";
import { agentVersion } from "../agents/card-version";
import { agentStateOf } from "../policy";
import { countCodesLeft } from "../access/recovery-codes";
import { setupPurposes } from "../access/tokens";
import type { AgentCard, AgentLine } from "../types";

/** A town has some hundreds of agents: one page holds them. */
const listLimit = 1_000;

const columns = {
  id: agents.id,
  name: agents.name,
  email: agents.email,
  role: agents.role,
  isActive: agents.isActive,
  removedAt: agents.removedAt,
  lastSeenAt: agents.lastSeenAt,
};

/** The agents at work and those invited, or those removed, in the order of their names. */
export async function listAgents(_actor: Admin, { isRemoved }: { isRemoved: boolean }): Promise<AgentLine[]> {
  const rows = await database()
    .select(columns)
    .from(agents)
    .where(isRemoved ? isNotNull(agents.removedAt) : isNull(agents.removedAt))
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

/** One agent, and what this administrator may do. */
export async function getAgent(actor: Admin, agentId: AgentId): Promise<AgentCard> {
  const [[row], served, [link], [sessions], codesLeft, lastAccess] = await Promise.all([
    database()
      .select({ ...columns, createdAt: agents.createdAt, activatedAt: agents.activatedAt })
      .from(agents)
      .where(eq(agents.id, agentId)),
    servicesOf([agentId]),
    findOpenLink(agentId),
    countSessions(agentId),
    countCodesLeft(agentId),
    findLastAccess(agentId),
  ]);
  if (!row) throw new NotFound();
  const { isActive, ...card } = row;
  const state = agentStateOf({ isActive, removedAt: row.removedAt });
  const serviceIds = served.map(({ serviceId }) => serviceId);
  return {
    ...card,
    state,
    serviceIds,
    version: agentVersion({ name: card.name, role: card.role, serviceIds }),
    serviceNames: served.map(({ name }) => name),
    link: link ?? null,
    lastAccess,
    openSessions: sessions?.total ?? 0,
    codesLeft,
    can: {
      change: state !== "removed",
      remove: state !== "removed" && agentId !== actor.agentId,
      reinstate: state === "removed",
      renewSecondFactor: state === "active",
      endSessions: state === "active" && agentId !== actor.agentId,
    },
  };
}

/** Names of the agents, whatever their state, for the filter of the journal. */
export async function listAgentNames(_actor: Admin): Promise<{ id: AgentId; name: string }[]> {
  const found = await database()
    .select({ id: agents.id, name: agents.name })
    .from(agents)
    .orderBy(asc(agents.name))
    .limit(listLimit);
  return inFrenchOrder(found, ({ name }) => name);
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
