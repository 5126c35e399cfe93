import { and, asc, eq } from "drizzle-orm";
import { services } from "@/db/schema/organisation";
import { agents, agentServices } from "@/db/schema/staff";
import type { Actor, Manager } from "@/lib/kernel/actor";
import type { Reader, Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { isManager } from "@/lib/kernel/staff";
import type { AgentId, OrganisationId } from "@/lib/shared/ids";
import { agentStateOf, canManage } from "../policy";
import { isPortalAdmin } from "./portal-admins";

/**
 * The administrators of the portal at work, held until the end of the transaction, always in the same order: of two who remove each other,
 * the second counts what the first left. To be asked before the agent's own row.
 */
export async function lockAdmins(tx: Tx): Promise<AgentId[]> {
  const rows = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(isPortalAdmin)
    .orderBy(asc(agents.id))
    .for("update");
  return rows.map(({ id }) => id);
}

/** One agent, held until the end of the transaction. */
export async function lockAgent(tx: Tx, agentId: AgentId) {
  const [row] = await tx
    .select({
      id: agents.id,
      email: agents.email,
      name: agents.name,
      role: agents.role,
      organisationId: agents.organisationId,
      isActive: agents.isActive,
      activatedAt: agents.activatedAt,
      removedAt: agents.removedAt,
    })
    .from(agents)
    .where(eq(agents.id, agentId))
    .for("update");
  if (!row) throw new NotFound();
  return { ...row, state: agentStateOf(row) };
}

/**
 * One agent whose access this actor gives and takes (`canManage`), held until the end. Throws NotFound for another one as for none: to an
 * administrator of an organisation the others do not exist.
 */
export async function lockManaged(tx: Tx, actor: Actor, agentId: AgentId) {
  const manager = requireManager(actor);
  const agent = await lockAgent(tx, agentId);
  const serviceOrganisations = await organisationsOf(tx, agentId);
  if (!canManage(manager, { ...agent, serviceOrganisations })) throw new NotFound();
  return agent;
}

/** Throws NotFound to whoever is no administrator. */
export function requireManager(actor: Actor): Manager {
  if (!isManager(actor)) throw new NotFound();
  return actor;
}

/** The organisation of each service that an agent follows. */
export async function organisationsOf(reader: Reader, agentId: AgentId): Promise<OrganisationId[]> {
  const rows = await reader
    .select({ id: services.organisationId })
    .from(agentServices)
    .innerJoin(services, eq(services.id, agentServices.serviceId))
    .where(eq(agentServices.agentId, agentId));
  return rows.map(({ id }) => id);
}

/** Whether the password that was compared is still that of an agent at work, the row held: comparing takes time. */
export async function lockVerifiedAgent(tx: Tx, agentId: AgentId, passwordHash: string): Promise<boolean> {
  const isSame = and(eq(agents.id, agentId), eq(agents.isActive, true), eq(agents.passwordHash, passwordHash));
  const rows = await tx.select({ id: agents.id }).from(agents).where(isSame).for("update");
  return rows.length > 0;
}
