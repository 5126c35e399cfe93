import type { AgentId } from "@/lib/shared/ids";
import type { AgentRole } from "@/lib/vocabulary/roles";
import type { AgentState } from "./types";

/** Who may be changed, removed, called back. Pure: the facts come in. */

type Facts = { isActive: boolean; removedAt: Date | null };

export function agentStateOf({ isActive, removedAt }: Facts): AgentState {
  if (removedAt) return "removed";
  return isActive ? "active" : "invited";
}

type Target = { id: AgentId; state: AgentState };

/** Why an agent may not be removed, or null. `admins`: the administrators at work, held by the transaction. */
export function removalProblem(actorId: AgentId, target: Target, admins: readonly AgentId[]) {
  if (target.id === actorId) return "own_account";
  if (target.state === "removed") return "already_removed";
  return isLast(target.id, admins) ? "last_admin" : null;
}

/** Why an agent may not be given this role and these services, or null. */
export function changeProblem(
  target: Target,
  wanted: { role: AgentRole; serviceCount: number },
  admins: readonly AgentId[],
) {
  if (target.state === "removed") return "already_removed";
  if (needsService(wanted)) return "no_service";
  return wanted.role !== "admin" && isLast(target.id, admins) ? "last_admin" : null;
}

/** An administrator reads every queue; an agent without a service would read none. */
export function needsService({ role, serviceCount }: { role: AgentRole; serviceCount: number }): boolean {
  return role === "agent" && serviceCount === 0;
}

/** The portal never stays without an administrator. */
function isLast(id: AgentId, admins: readonly AgentId[]): boolean {
  return admins.includes(id) && admins.length === 1;
}
