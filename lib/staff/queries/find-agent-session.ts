import { and, eq, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { agents, agentServices, agentSessions } from "@/db/schema/staff";
import { organisations, services } from "@/db/schema/organisation";
import { database } from "@/lib/kernel/database";
import { isLiveSession } from "@/lib/proofs/sessions";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { OrganisationId, ServiceId } from "@/lib/shared/ids";
import type { AgentSession } from "../types";

/** The live session whose secret has this SHA-256; null when ended, expired, or when the agent is no longer active. */
export async function findAgentSession(tokenHash: string): Promise<AgentSession | null> {
  const rows = await database()
    .select({
      sessionId: agentSessions.id,
      agentId: agents.id,
      name: agents.name,
      role: agents.role,
      organisationId: agents.organisationId,
      organisationName: organisations.name,
      hasSecondFactor: agentSessions.hasSecondFactor,
      lastSeenAt: agentSessions.lastSeenAt,
      idleExpiresAt: agentSessions.idleExpiresAt,
      expiresAt: agentSessions.expiresAt,
      serviceId: services.id,
      serviceName: services.name,
      isClosed: sql<boolean>`${services.closedAt} is not null`,
    })
    .from(agentSessions)
    .innerJoin(agents, eq(agents.id, agentSessions.agentId))
    .leftJoin(organisations, eq(organisations.id, agents.organisationId))
    .leftJoin(agentServices, eq(agentServices.agentId, agents.id))
    // A service that closed is read by those who follow its heir: a person who asks about what it answered has somebody to answer.
    .leftJoin(services, or(eq(services.id, agentServices.serviceId), eq(services.heirId, agentServices.serviceId)))
    .where(and(eq(agentSessions.tokenHash, tokenHash), eq(agents.isActive, true), isLiveSession(agentSessions)));
  const [first] = rows;
  if (!first) return null;
  const { serviceId: _id, serviceName: _name, isClosed: _closed, organisationId, organisationName, ...session } = first;
  const organisation = organisationId && {
    id: organisationId,
    name: organisationName ?? "",
    serviceIds: await servicesOf(organisationId),
  };
  const served = inFrenchOrder(
    rows.flatMap(({ serviceId: id, serviceName: name, isClosed }) =>
      // Whatever became of a service since it was given to them, the administrator of an organisation reads there alone.
      id && name && (!organisation || organisation.serviceIds.includes(id)) ? [{ id, name, isClosed }] : [],
    ),
    ({ name }) => name,
  );
  return {
    ...session,
    organisation,
    serviceIds: [...new Set(served.map(({ id }) => id))],
    serviceNames: served.filter(({ isClosed }) => !isClosed).map(({ name }) => name),
  };
}

/** The services of an organisation, closed ones included, and what one of its own took over: its agents answer for it. */
async function servicesOf(organisationId: OrganisationId): Promise<ServiceId[]> {
  const heirs = alias(services, "heirs");
  const rows = await database()
    .select({ id: services.id })
    .from(services)
    .leftJoin(heirs, eq(heirs.id, services.heirId))
    .where(or(eq(services.organisationId, organisationId), eq(heirs.organisationId, organisationId)));
  return rows.map(({ id }) => id);
}
