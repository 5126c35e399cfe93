import { eq } from "drizzle-orm";
import { agents, agentServices } from "@/db/schema/staff";
import { services } from "@/db/schema/organisation";
import type { Town } from "@/db/test/filed-demande";
import { database } from "@/lib/kernel/database";
import { newId, type AgentId, type ServiceId } from "@/lib/shared/ids";

/** For tests: a service like the one of the town, with one agent of its own. */
export async function addService(town: Town, { isFollowed = true } = {}) {
  const [model] = await database().select().from(services).where(eq(services.id, town.serviceId));
  if (!model) throw new Error("no service");
  const id = newId<ServiceId>();
  await database()
    .insert(services)
    .values({ ...model, id, slug: id, name: `Service ${id}`, closedAt: null, heirId: null });
  if (!isFollowed) return { id, agentId: newId<AgentId>() };
  const agentId = newId<AgentId>();
  const [colleague] = await database().select().from(agents).where(eq(agents.id, town.agent.agentId));
  if (!colleague) throw new Error("no agent");
  await database()
    .insert(agents)
    .values({ ...colleague, id: agentId, email: `${agentId}@belleval.example` });
  await database().insert(agentServices).values({ agentId, serviceId: id });
  return { id, agentId };
}
