import { and, asc, eq } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { AgentId } from "@/lib/shared/ids";
import { agentStateOf } from "../policy";

/**
 * The administrators at work, held until the end of the transaction, always in the same order: of two who remove each other,
 * the second counts what the first left. To be asked before the agent's own row.
 */
export async function lockAdmins(tx: Tx): Promise<AgentId[]> {
  const rows = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.role, "admin"), eq(agents.isActive, true)))
    .orderBy(asc(agents.id))
    .for("update");
  return rows.map(({ id }) => id);
}

/** One agent, held until the end of the transaction. */
export async function lockAgent(tx: Tx, agentId: AgentId) {
  const [row] = await tx
    .select({
      id: agents.id,
      email: agents.email,
      name: agents.name,
      role: agents.role,
      isActive: agents.isActive,
      activatedAt: agents.activatedAt,
      removedAt: agents.removedAt,
    })
    .from(agents)
    .where(eq(agents.id, agentId))
    .for("update");
  if (!row) throw new NotFound();
  return { ...row, state: agentStateOf(row) };
}

/** Whether the password that was compared is still that of an agent at work, the row held: comparing takes time. */
export async function lockVerifiedAgent(tx: Tx, agentId: AgentId, passwordHash: string): Promise<boolean> {
  const isSame = and(eq(agents.id, agentId), eq(agents.isActive, true), eq(agents.passwordHash, passwordHash));
  const rows = await tx.select({ id: agents.id }).from(agents).where(isSame).for("update");
  return rows.length > 0;
}
