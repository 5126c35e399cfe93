import { desc, eq, sql } from "drizzle-orm";
import { agentAccesses, agents } from "@/db/schema/staff";
import type { Manager } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database, type Tx } from "@/lib/kernel/database";
import type { AgentId } from "@/lib/shared/ids";

/** Days for which whoever received an access is not a second pair of eyes for whoever gave it. */
const independenceDays = 30;

/** Notes that an administrator gave an agent what opens the portal. In the transaction that gives it. */
export async function noteAccess(tx: Tx, actor: Manager, agentId: AgentId): Promise<void> {
  await tx
    .insert(agentAccesses)
    .values({ agentId, givenBy: actor.agentId, givenAt: clock.now() })
    .onConflictDoNothing();
}

/**
 * Whether two agents are two people, as far as the portal can tell: in the thirty days before `at`, neither received their access from the
 * other, directly or through somebody else, nor both from the same administrator, who may be behind both.
 */
export async function areIndependent(tx: Tx, one: AgentId, other: AgentId, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - independenceDays * 86_400_000).toISOString();
  const behind = (agentId: AgentId) => sql`
    select ${agentId}::uuid union
    select a.given_by from ${agentAccesses} a join behind on a.agent_id = behind.id where a.given_at > ${since}::timestamptz`;
  const shared = await tx.execute(sql`
    (with recursive behind(id) as (${behind(one)}) select id from behind)
    intersect
    (with recursive behind(id) as (${behind(other)}) select id from behind)
    limit 1`);
  return shared.length === 0;
}

/** Who last gave an agent their access, and when; null where nobody did (the settings, or before it was noted). */
export async function findLastAccess(agentId: AgentId): Promise<{ by: string; at: Date } | null> {
  const [row] = await database()
    .select({ by: agents.name, at: agentAccesses.givenAt })
    .from(agentAccesses)
    .innerJoin(agents, eq(agents.id, agentAccesses.givenBy))
    .where(eq(agentAccesses.agentId, agentId))
    .orderBy(desc(agentAccesses.givenAt))
    .limit(1);
  return row ?? null;
}
