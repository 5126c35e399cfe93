import { and, eq, inArray, isNull } from "drizzle-orm";
import { agentServices } from "@/db/schema/staff";
import { services } from "@/db/schema/organisation";
import type { Tx } from "@/lib/kernel/database";
import type { AgentId, OrganisationId, ServiceId } from "@/lib/shared/ids";

/**
 * Gives an agent these services and no other; those that do not exist, are closed, or are not of `within`, an organisation, are left out. Gives
 * how many were kept.
 */
export async function assignServices(
  tx: Tx,
  agentId: AgentId,
  wanted: readonly ServiceId[],
  within: OrganisationId | null = null,
): Promise<number> {
  await tx.delete(agentServices).where(eq(agentServices.agentId, agentId));
  if (wanted.length === 0) return 0;
  const known = await tx
    .select({ serviceId: services.id })
    .from(services)
    .where(
      and(
        inArray(services.id, [...wanted]),
        isNull(services.closedAt),
        within ? eq(services.organisationId, within) : undefined,
      ),
    )
    .for("share");
  if (known.length > 0) await tx.insert(agentServices).values(known.map((row) => ({ agentId, ...row })));
  return known.length;
}
