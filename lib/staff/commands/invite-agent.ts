import { agents } from "@/db/schema/staff";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { newId, type AgentId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { assignServices } from "../agents/assign-services";
import { giveAccess } from "../access/give-access";
import { lockManaged, requireManager } from "../agents/lock-agent";
import { judgePlace } from "../agents/place-agent";
import { mailInvitation } from "../access/mail-invitation";
import { roleDetails } from "../agents/role-details";
import { needsService } from "../policy";
import type { InviteAgent } from "../schema";
import { issueAgentToken } from "../access/tokens";
import { newTotpSecret } from "../access/totp";

/**
 * Opens an account of agent that works once its link, valid 48 hours, has chosen a password and a second factor.
 * Administrators only, that of an
 * organisation within it. Refuses `email_taken`, `no_service`, and what `judgePlace` refuses. Gives the agent's identifier.
 */
export async function inviteAgent(actor: Actor, { email, name, role, services }: InviteAgent) {
  return transact(actor, async ({ tx, record }) => {
    const manager = requireManager(actor);
    const agentId = newId<AgentId>();
    const place = await judgePlace(tx, manager, { role, services });
    if (!place.ok) return place;
    const { within, ...given } = place.value;
    // Neither password nor usable factor yet: the row opens nothing before the link is used.
    const closed = { passwordHash: "", totpSecret: newTotpSecret(), isActive: false, createdAt: clock.now() };
    const added = await tx
      .insert(agents)
      .values({ id: agentId, email, name, ...given, ...closed })
      .onConflictDoNothing({ target: agents.email })
      .returning({ id: agents.id });
    if (added.length === 0) return refuse("email_taken");
    const serviceCount = await assignServices(tx, agentId, services, within);
    if (needsService({ role: given.role, serviceCount })) return refuse("no_service");
    await mailInvitation(tx, { id: agentId, email, name, isNew: true });
    await giveAccess(tx, manager, { id: agentId, email, name }, "invited");
    await record("agent.invited", agentId, { ...roleDetails(given), services: serviceCount });
    return done(agentId);
  });
}

/**
 * Sends the link again: to an agent who never used theirs, or to one at work who lost their password. A newer link voids the
 * older. Administrators only. Refuses `already_removed`.
 */
export async function sendInvitation(actor: Actor, { agentId }: { agentId: AgentId }) {
  return transact(actor, async ({ tx, record }) => {
    const agent = await lockManaged(tx, actor, agentId);
    if (agent.state === "removed") return refuse("already_removed");
    await mailInvitation(tx, { ...agent, isNew: agent.state === "invited" });
    await giveAccess(tx, requireManager(actor), agent, "sent_again");
    await record("agent.invited", agentId, { again: true });
    return done(agentId);
  });
}

/** Sends a link that replaces the second factor alone. Administrators only. Refuses `not_active`. */
export async function sendSecondFactorLink(actor: Actor, { agentId }: { agentId: AgentId }) {
  return transact(actor, async ({ tx, record }) => {
    const agent = await lockManaged(tx, actor, agentId);
    if (agent.state !== "active") return refuse("not_active");
    const token = await issueAgentToken(tx, agentId, "agent_second_factor");
    const recipient = { to: agent.email, name: agent.name, key: `agent.second_factor:${token.id}` };
    await post(tx, "agent.second_factor", { secret: token.secret }, recipient);
    await giveAccess(tx, requireManager(actor), agent, "second_factor");
    await record("agent.invited", agentId, { secondFactor: true });
    return done(agentId);
  });
}
