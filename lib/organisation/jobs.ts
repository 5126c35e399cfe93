import { lt, or } from "drizzle-orm";
import { agentSessions, agentTokens } from "@/db/schema/organisation";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { purge } from "@/lib/kernel/housekeeping";

const day = 24 * 60;
/** A link used or past is kept a month: its page says why it no longer opens. */
const linkDays = 30;

/** Erases the sessions of agents that ended, and their links long past. Returns how many. */
export async function purgeAgents(_actor: System, { signal }: { signal: AbortSignal }): Promise<number> {
  const now = clock.now();
  const isOver = or(lt(agentSessions.expiresAt, now), lt(agentSessions.idleExpiresAt, now));
  const sessions = await purge(agentSessions, agentSessions.id, isOver, signal);
  const isPast = lt(agentTokens.expiresAt, clock.inMinutes(-linkDays * day));
  return sessions + (await purge(agentTokens, agentTokens.id, isPast, signal));
}
