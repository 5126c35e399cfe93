import { and, eq, isNull, lt, or } from "drizzle-orm";
import { agents } from "@/db/schema/organisation";
import type { Admin, Agent } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";
import { areIndependent } from "@/lib/organisation/accesses";
import type { AgentId } from "@/lib/shared/ids";
import type { LockedRecovery } from "./lock-recovery";

type Judged = Pick<LockedRecovery["recovery"], "kind" | "askedBy" | "askedAt">;

/**
 * Why this agent is no second pair of eyes for a recovery, or null. Four eyes are two people: whoever asked is still at work, whoever decides
 * was there before, neither received their access from the other in the last thirty days nor both from the same administrator; and where nobody
 * else can stop it, one of the two is an administrator.
 */
export async function eyesProblem(tx: Tx, actor: Agent | Admin, { kind, askedBy, askedAt }: Judged) {
  const [asker] = await tx
    .select({ role: agents.role, isActive: agents.isActive })
    .from(agents)
    .where(eq(agents.id, askedBy));
  if (!asker?.isActive) return "asker_gone";
  if (!(await wasThere(tx, actor.agentId, askedAt))) return "not_independent";
  if (!(await areIndependent(tx, askedBy, actor.agentId, askedAt))) return "not_independent";
  return kind === "held" && asker.role !== "admin" && actor.kind !== "admin" ? "admin_needed" : null;
}

/** Nobody is made an agent to confirm what was asked before. */
async function wasThere(tx: Tx, agentId: AgentId, askedAt: Date): Promise<boolean> {
  // Agents older than that column were at work without it.
  const oldEnough = or(lt(agents.activatedAt, askedAt), and(isNull(agents.activatedAt), lt(agents.createdAt, askedAt)));
  const isThis = and(eq(agents.id, agentId), oldEnough);
  return (await tx.select({ id: agents.id }).from(agents).where(isThis)).length > 0;
}
