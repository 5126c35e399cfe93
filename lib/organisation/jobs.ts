import { lt, or } from "drizzle-orm";
import { agentSessions } from "@/db/schema/organisation";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { purge } from "@/lib/kernel/housekeeping";

/** Erases the sessions of agents that ended. Returns how many. */
export async function purgeAgentSessions(_actor: System, { signal }: { signal: AbortSignal }): Promise<number> {
  const now = clock.now();
  const isOver = or(lt(agentSessions.expiresAt, now), lt(agentSessions.idleExpiresAt, now));
  return purge(agentSessions, agentSessions.id, isOver, signal);
}
