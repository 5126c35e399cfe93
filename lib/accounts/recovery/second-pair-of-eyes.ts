import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import type { Staff } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { areIndependent } from "@/lib/staff/access/accesses";
import type { AgentId } from "@/lib/shared/ids";
import { tokenMinutes } from "@/lib/vocabulary/tokens";
import type { LockedRecovery } from "./lock-recovery";
import { canAskRecovery, canDecideRecovery, type JudgedAccount } from "../policy";
import type { RecoveryProblem } from "../rules/recovery-problem";

type Recovery = Pick<LockedRecovery["recovery"], "kind" | "state" | "askedBy" | "askedAt">;

/**
 * Why this agent may not confirm a recovery, whatever the hour, or null: what the page says beforehand and what the command refuses
 * are this one answer.
 */
export async function confirmProblem(
  tx: Tx,
  actor: Staff,
  account: JudgedAccount,
  recovery: Recovery,
): Promise<RecoveryProblem | null> {
  if (recovery.askedBy === actor.agentId) return "own_recovery";
  if (!canDecideRecovery(actor, recovery) || !canAskRecovery(actor, account, recovery.kind)) return "changed_meanwhile";
  // The old address can stop it for as long as its link lives, and not a day less.
  if (recovery.askedAt <= clock.inMinutes(-tokenMinutes.recovery_stop)) return "changed_meanwhile";
  return eyesProblem(tx, actor, recovery);
}

/**
 * Why this agent is no second pair of eyes for a recovery, or null. Four eyes are two people: whoever asked is still at work, whoever decides
 * was there before, neither received their access from the other in the last thirty days nor both from the same administrator; and where nobody
 * else can stop it, one of the two is an administrator of the portal.
 */
async function eyesProblem(tx: Tx, actor: Staff, { kind, askedBy, askedAt }: Recovery) {
  const [asker] = await tx
    .select({
      isAdmin: sql<boolean>`${agents.role} = 'admin' and ${agents.organisationId} is null`,
      isActive: agents.isActive,
    })
    .from(agents)
    .where(eq(agents.id, askedBy));
  if (!asker?.isActive) return "asker_gone";
  if (!(await wasThere(tx, actor.agentId, askedAt))) return "came_after";
  if (!(await areIndependent(tx, askedBy, actor.agentId, askedAt))) return "not_independent";
  return kind === "held" && !asker.isAdmin && actor.kind !== "admin" ? "admin_needed" : null;
}

/** Nobody is made an agent to confirm what was asked before. */
async function wasThere(tx: Tx, agentId: AgentId, askedAt: Date): Promise<boolean> {
  // Agents older than that column were at work without it.
  const oldEnough = or(lt(agents.activatedAt, askedAt), and(isNull(agents.activatedAt), lt(agents.createdAt, askedAt)));
  const isThis = and(eq(agents.id, agentId), oldEnough);
  return (await tx.select({ id: agents.id }).from(agents).where(isThis)).length > 0;
}
