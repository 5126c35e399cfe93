import { eq } from "drizzle-orm";
import { agents, agentSessions } from "@/db/schema/staff";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { transact } from "@/lib/kernel/transact";
import { isOpenOrganisation } from "@/lib/organisation/services/lock-service";
import type { AgentId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { enumerate } from "@/lib/shared/text";
import { makeAgentDevicesStrangers } from "../access/device-epoch";
import { giveAccess } from "../access/give-access";
import { heldAlone } from "../agents/services-held-alone";
import { lockAdmins, lockManaged, requireManager } from "../agents/lock-agent";
import { removalProblem } from "../policy";
import type { RemoveAgent } from "../schema";
import { tellRemoval } from "../agents/tell-admins";
import { voidAgentTokens } from "../access/tokens";

/**
 * Takes an agent's access away: sessions and links end in the same transaction, so their next request is refused. What they
 * did stays under their name. Administrators only, that of an organisation within it. Refuses `own_account`, `already_removed`, `last_admin`; `leaves_unattended`,
 * with the names of the services, to who leaves some without an agent at work and has not confirmed it.
 */
export async function removeAgent(actor: Actor, { agentId, isConfirmed }: RemoveAgent) {
  return transact(actor, async ({ tx, record }) => {
    const manager = requireManager(actor);
    const admins = await lockAdmins(tx);
    const agent = await lockManaged(tx, manager, agentId);
    const problem = removalProblem(manager.agentId, agent, admins);
    if (problem) return refuse(problem);
    const left = await heldAlone(tx, agentId);
    if (left.length > 0 && !isConfirmed)
      return refuse("leaves_unattended", { services: enumerate(left.map(({ name }) => name)) });
    if (agent.role === "admin" && agent.state === "active") await tellRemoval(tx, manager, agent);
    // Agents older than this column were at work without it: their access is given back whole.
    const activatedAt = agent.activatedAt ?? (agent.isActive ? clock.now() : null);
    await tx.update(agents).set({ isActive: false, activatedAt, removedAt: clock.now() }).where(eq(agents.id, agentId));
    await tx.delete(agentSessions).where(eq(agentSessions.agentId, agentId));
    await makeAgentDevicesStrangers(tx, agentId);
    await voidAgentTokens(tx, agentId);
    await record("agent.removed", agentId);
    return done(agentId);
  });
}

/**
 * Gives the access back, with the password and second factor of before; whoever had never activated waits for a new link.
 * Administrators only, that of an organisation within it. Refuses `not_removed`; `organisation_closed` to the administrator of one that is.
 */
export async function reinstateAgent(actor: Actor, { agentId }: { agentId: AgentId }) {
  return transact(actor, async ({ tx, record }) => {
    const manager = requireManager(actor);
    const agent = await lockManaged(tx, manager, agentId);
    if (agent.state !== "removed") return refuse("not_removed");
    const { organisationId } = agent;
    if (organisationId && !(await isOpenOrganisation(tx, organisationId))) return refuse("organisation_closed");
    await tx
      .update(agents)
      .set({ isActive: agent.activatedAt !== null, removedAt: null })
      .where(eq(agents.id, agentId));
    await giveAccess(tx, manager, agent, "reinstated");
    await record("agent.reinstated", agentId);
    return done(agentId);
  });
}
