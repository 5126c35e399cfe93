import { eq } from "drizzle-orm";
import { agents, agentServices } from "@/db/schema/staff";
import type { Actor } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { changedSince } from "@/lib/kernel/seen-version";
import { transact } from "@/lib/kernel/transact";
import type { AgentId, ServiceId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { enumerate } from "@/lib/shared/text";
import { readChangedName } from "../agents/agent-name";
import { agentShown } from "../agents/card-version";
import { assignServices } from "../agents/assign-services";
import { heldAlone } from "../agents/services-held-alone";
import { lockAdmins, lockManaged, requireManager } from "../agents/lock-agent";
import { judgePlace } from "../agents/place-agent";
import { roleDetails } from "../agents/role-details";
import { changeProblem } from "../policy";
import type { ChangeAgent } from "../schema";
import { wantedRoleOf } from "../types";
import { tellRole } from "../agents/tell-admins";

/**
 * Gives an agent a name, a role and services. Rights are read at each request: the next one already obeys.
 * Administrators only, that of an organisation within it. Refuses `bad_name`, `already_removed`, `no_service`, what `judgePlace` refuses, and
 * `last_admin` to who would leave the portal without one of its own;
 * `leaves_unattended`, with the names of the services, to who leaves some without an agent at work and has not confirmed it. `seen`: the
 * version that was read; refuses `changed_meanwhile`.
 */
export async function changeAgent(
  actor: Actor,
  { agentId, name, role, services, isConfirmed }: ChangeAgent,
  seen?: string,
) {
  return transact(actor, async ({ tx, record }) => {
    const manager = requireManager(actor);
    const admins = await lockAdmins(tx);
    const agent = await lockManaged(tx, manager, agentId);
    const shown = { name: agent.name, role: wantedRoleOf(agent), serviceIds: await findServiceIds(tx, agentId) };
    const changed = changedSince(seen, agentShown(shown));
    if (changed && agent.state !== "removed") return changed;
    const named = readChangedName(name, agent.name);
    if (!named.ok) return named;
    const place = await judgePlace(tx, manager, { role, services });
    if (!place.ok) return place;
    const { within, ...given } = place.value;
    const alone = await heldAlone(tx, agentId);
    const serviceCount = await assignServices(tx, agentId, services, within);
    const problem = changeProblem(agent, { ...given, serviceCount }, admins);
    if (problem) return refuse(problem);
    const left = alone.filter(({ id }) => !services.includes(id)).map((service) => service.name);
    if (left.length > 0 && !isConfirmed) return refuse("leaves_unattended", { services: enumerate(left) });
    if (role !== wantedRoleOf(agent)) await tellRole(tx, manager, agent, given);
    await tx
      .update(agents)
      .set({ name: named.value, ...given })
      .where(eq(agents.id, agentId));
    await record("agent.changed", agentId, { ...roleDetails(given), services: serviceCount });
    return done(agentId);
  });
}

async function findServiceIds(tx: Tx, agentId: AgentId): Promise<ServiceId[]> {
  const rows = await tx
    .select({ id: agentServices.serviceId })
    .from(agentServices)
    .where(eq(agentServices.agentId, agentId));
  return rows.map(({ id }) => id);
}
