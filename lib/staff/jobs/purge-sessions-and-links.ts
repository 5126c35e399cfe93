import { agentAccesses, agentSessions, agentTokens } from "@/db/schema/staff";
import type { System } from "@/lib/kernel/actor";
import { past, purge } from "@/lib/upkeep/housekeeping";
import { inTurn, type Limits } from "@/lib/upkeep/slices";

/** A link used or past is kept a month: its page says why it no longer opens. */
const linkDays = 30;
/** Who gave an access counts for a month (decision 024), and is read as long as the journal. */
const accessDays = 365;

/** Erases the sessions of agents that ended, their links long past, and the notes of who gave them access. Returns how many. */
export async function purgeAgents(_actor: System, limits: Limits): Promise<number> {
  return inTurn(limits, [
    // The idle end is never later than the last one.
    () => purge(limits, agentSessions, past(agentSessions.idleExpiresAt)),
    () => purge(limits, agentTokens, past(agentTokens.expiresAt, linkDays)),
    () => purge(limits, agentAccesses, past(agentAccesses.givenAt, accessDays)),
  ]);
}
