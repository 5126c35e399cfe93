import { and, eq, isNull, sql } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import { agents, agentServices } from "@/db/schema/staff";
import { services } from "@/db/schema/organisation";
import type { Reader } from "@/lib/kernel/database";
import type { ServiceId } from "@/lib/shared/ids";

/** What the closing of a service is judged by: for its page, and in its transaction. */

/** Whether a service holds, or ever held, something: a demande, a démarche, what another one left to it. */
export async function isHeirNeeded(reader: Reader, serviceId: ServiceId): Promise<boolean> {
  const one = { one: sql`1` };
  const [demande, demarche, left] = [
    await reader.select(one).from(demandes).where(eq(demandes.serviceId, serviceId)).limit(1),
    await reader.select(one).from(demarches).where(eq(demarches.serviceId, serviceId)).limit(1),
    await reader.select(one).from(services).where(eq(services.heirId, serviceId)).limit(1),
  ];
  return demande.length + demarche.length + left.length > 0;
}

/** The names of the agents, administrators apart, who would follow nothing without this service. */
export async function followersOfNothingElse(reader: Reader, serviceId: ServiceId): Promise<string[]> {
  const rows = await reader
    .select({ name: agents.name })
    .from(agentServices)
    .innerJoin(agents, and(eq(agents.id, agentServices.agentId), isNull(agents.removedAt), eq(agents.role, "agent")))
    .where(
      and(
        eq(agentServices.serviceId, serviceId),
        sql`not exists (select 1 from ${agentServices} other where other.agent_id = ${agents.id} and other.service_id <> ${serviceId})`,
      ),
    );
  return rows.map(({ name }) => name);
}
