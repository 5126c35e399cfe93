import { eq } from "drizzle-orm";
import { agentSessions } from "@/db/schema/organisation";
import type { Admin, Agent } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { transact } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { agentIdleEnd, isAgentDueForTouch } from "../session-rules";

/** The agent is there: pushes the idle end, writing at most once a minute. Gives the new instants, or null. */
export async function touchAgentSession(
  actor: Agent | Admin,
  { lastSeenAt, expiresAt }: { lastSeenAt: Date; expiresAt: Date },
) {
  if (!isAgentDueForTouch(lastSeenAt)) return done(null);
  return transact(actor, async ({ tx, unrecorded }) => {
    unrecorded("a session in use is not an event");
    const touched = { lastSeenAt: clock.now(), idleExpiresAt: agentIdleEnd(expiresAt) };
    await tx.update(agentSessions).set(touched).where(eq(agentSessions.id, actor.sessionId));
    return done(touched);
  });
}

/** Ends the session that the agent uses. */
export async function signOutAgent(actor: Agent | Admin) {
  return transact(actor, async ({ tx, record }) => {
    await tx.delete(agentSessions).where(eq(agentSessions.id, actor.sessionId));
    await record("agent.signed_out", actor.agentId);
    return done(null);
  });
}
