import type { Manager } from "@/lib/kernel/actor";
import type { AgentId, OrganisationId } from "@/lib/shared/ids";
import type { AgentRole } from "@/lib/vocabulary/roles";
import type { AgentState, RoleFacts, WantedRole } from "./types";

/** Who may be changed, removed, called back. Pure: the facts come in. */

type Facts = { isActive: boolean; removedAt: Date | null };

export function agentStateOf({ isActive, removedAt }: Facts): AgentState {
  if (removedAt) return "removed";
  return isActive ? "active" : "invited";
}

type Target = { id: AgentId; state: AgentState };

/** Why an agent may not be removed, or null. `admins`: the administrators of the portal at work, held by the transaction. */
export function removalProblem(actorId: AgentId, target: Target, admins: readonly AgentId[]) {
  if (target.id === actorId) return "own_account";
  if (target.state === "removed") return "already_removed";
  return isLast(target.id, admins) ? "last_admin" : null;
}

type Placed = RoleFacts & { serviceOrganisations: readonly OrganisationId[] };

/**
 * Whether an administrator sees an agent: of the portal, all; of an organisation, its administrators and whoever follows one of its services,
 * wherever else they work.
 */
export function canSee(actor: Manager, { organisationId, serviceOrganisations }: Placed): boolean {
  if (actor.kind === "admin") return true;
  return organisationId === actor.organisationId || serviceOrganisations.includes(actor.organisationId);
}

/**
 * Whether an administrator gives and takes the access of an agent: of the portal, anybody's; of an organisation, those of its administrators and
 * of the agents who work there alone. Whoever works for another one too, or manages the portal, is the portal's to manage.
 */
export function canManage(actor: Manager, agent: Placed): boolean {
  if (actor.kind === "admin") return true;
  if (agent.role === "admin") return agent.organisationId === actor.organisationId;
  const { serviceOrganisations: all } = agent;
  return all.length > 0 && all.every((id) => id === actor.organisationId);
}

/** Whether an administrator may give this role: that of an organisation names nobody to the portal nor to another one. */
export function canGive(actor: Manager, wanted: WantedRole): boolean {
  return actor.kind === "admin" || wanted === "agent" || wanted === actor.organisationId;
}

/** Why an agent may not be given this role and these services, or null. `admins`: those of the portal, as above. */
export function changeProblem(
  target: Target,
  wanted: Pick<RoleFacts, "role"> & { organisationId?: OrganisationId | null; serviceCount: number },
  admins: readonly AgentId[],
) {
  if (target.state === "removed") return "already_removed";
  if (needsService(wanted)) return "no_service";
  const staysInPortal = wanted.role === "admin" && !wanted.organisationId;
  return !staysInPortal && isLast(target.id, admins) ? "last_admin" : null;
}

/** An administrator reads every queue; an agent without a service would read none. */
export function needsService({ role, serviceCount }: { role: AgentRole; serviceCount: number }): boolean {
  return role === "agent" && serviceCount === 0;
}

/** The portal never stays without an administrator. */
function isLast(id: AgentId, admins: readonly AgentId[]): boolean {
  return admins.includes(id) && admins.length === 1;
}
