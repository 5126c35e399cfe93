import { and, eq, ne } from "drizzle-orm";
import { agents, agentSessions } from "@/db/schema/staff";
import type { Actor, Staff } from "@/lib/kernel/actor";
import { NotFound } from "@/lib/kernel/errors";
import { touchOf } from "@/lib/proofs/sessions";
import { transact } from "@/lib/kernel/transact";
import type { AgentId, SessionId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { lockManaged } from "../agents/lock-agent";
import { makeAgentDevicesStrangers } from "../access/device-epoch";

/** The agent is there: pushes the idle end, writing at most once a minute. Gives the new instants, or null. */
export async function touchAgentSession(actor: Staff, session: { lastSeenAt: Date; expiresAt: Date }) {
  const touched = touchOf("agent", session);
  if (!touched) return done(null);
  return transact(actor, async ({ tx, unrecorded }) => {
    unrecorded("a session in use is not an event");
    await tx.update(agentSessions).set(touched).where(eq(agentSessions.id, actor.sessionId));
    await tx.update(agents).set({ lastSeenAt: touched.lastSeenAt }).where(eq(agents.id, actor.agentId));
    return done(touched);
  });
}

/** Ends the session that the agent uses. */
export async function signOutAgent(actor: Staff) {
  return transact(actor, async ({ tx, record }) => {
    await tx.delete(agentSessions).where(eq(agentSessions.id, actor.sessionId));
    await record("agent.signed_out", actor.agentId);
    return done(null);
  });
}

/** Ends one of the agent's own sessions. Somebody else's is not found. */
export async function endOwnSession(actor: Staff, { sessionId }: { sessionId: SessionId }) {
  return transact(actor, async ({ tx, record }) => {
    const ended = await tx
      .delete(agentSessions)
      .where(and(eq(agentSessions.id, sessionId), eq(agentSessions.agentId, actor.agentId)))
      .returning({ id: agentSessions.id });
    if (ended.length === 0) throw new NotFound();
    await record("agent.sessions_ended", actor.agentId, { sessions: ended.length });
    return done(null);
  });
}

/** Ends the agent's sessions, the present one excepted, whose browser alone is still known. Gives how many. */
export async function endOtherSessions(actor: Staff) {
  return transact(actor, async ({ tx, record }) => {
    const ended = await tx
      .delete(agentSessions)
      .where(and(eq(agentSessions.agentId, actor.agentId), ne(agentSessions.id, actor.sessionId)))
      .returning({ id: agentSessions.id });
    const owner = await makeAgentDevicesStrangers(tx, actor.agentId);
    await record("agent.sessions_ended", actor.agentId, { sessions: ended.length });
    return done({ sessions: ended.length, owner });
  });
}

/** An administrator ends every session of an agent, whose browsers are no longer known: effective at their next request. Gives how many. */
export async function endAgentSessions(actor: Actor, { agentId }: { agentId: AgentId }) {
  return transact(actor, async ({ tx, record }) => {
    await lockManaged(tx, actor, agentId);
    const ended = await tx
      .delete(agentSessions)
      .where(eq(agentSessions.agentId, agentId))
      .returning({ id: agentSessions.id });
    await makeAgentDevicesStrangers(tx, agentId);
    await record("agent.sessions_ended", agentId, { sessions: ended.length });
    return done(ended.length);
  });
}
