import { and, eq, ne, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { agents, agentServices } from "@/db/schema/staff";
import { services } from "@/db/schema/organisation";
import type { Tx } from "@/lib/kernel/database";
import type { AgentId, ServiceId } from "@/lib/shared/ids";

/** The services that nobody at work but this agent follows: without them, their demandes wait for nobody. */
export async function heldAlone(tx: Tx, agentId: AgentId): Promise<{ id: ServiceId; name: string }[]> {
  const others = alias(agentServices, "others");
  const colleagues = alias(agents, "colleagues");
  return tx
    .select({ id: services.id, name: services.name })
    .from(agentServices)
    .innerJoin(agents, and(eq(agents.id, agentServices.agentId), eq(agents.isActive, true)))
    .innerJoin(services, eq(services.id, agentServices.serviceId))
    .where(
      and(
        eq(agentServices.agentId, agentId),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(others)
            .innerJoin(colleagues, and(eq(colleagues.id, others.agentId), eq(colleagues.isActive, true)))
            .where(and(eq(others.serviceId, services.id), ne(others.agentId, agentId))),
        ),
      ),
    );
}
