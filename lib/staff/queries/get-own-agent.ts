import { and, asc, desc, eq } from "drizzle-orm";
import { agents, agentServices, agentSessions } from "@/db/schema/staff";
import { organisations, services } from "@/db/schema/organisation";
import type { Staff } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { isLiveSession } from "@/lib/proofs/sessions";
import { NotFound } from "@/lib/kernel/errors";
import { inFrenchOrder } from "@/lib/shared/french-order";
import { countCodesLeft } from "../access/recovery-codes";
import type { OwnAgent } from "../types";

/** What an agent reads of their own account: who they are, the codes left, where they are signed in. */
export async function getOwnAgent(actor: Staff): Promise<OwnAgent> {
  const [[agent], served, sessions, codesLeft] = await Promise.all([
    database()
      .select({ name: agents.name, email: agents.email, role: agents.role, organisation: organisations.name })
      .from(agents)
      .leftJoin(organisations, eq(organisations.id, agents.organisationId))
      .where(eq(agents.id, actor.agentId)),
    database()
      .select({ name: services.name })
      .from(agentServices)
      .innerJoin(services, eq(services.id, agentServices.serviceId))
      .where(eq(agentServices.agentId, actor.agentId)),
    listSessions(actor),
    countCodesLeft(actor.agentId),
  ]);
  if (!agent) throw new NotFound();
  return {
    ...agent,
    serviceNames: inFrenchOrder(
      served.map(({ name }) => name),
      (name) => name,
    ),
    codesLeft,
    sessions: sessions.map((session) => ({ ...session, isCurrent: session.id === actor.sessionId })),
  };
}

function listSessions(actor: Staff) {
  const { id, device, createdAt, lastSeenAt } = agentSessions;
  return database()
    .select({ id, device, createdAt, lastSeenAt })
    .from(agentSessions)
    .where(
      and(
        eq(agentSessions.agentId, actor.agentId),
        eq(agentSessions.hasSecondFactor, true),
        isLiveSession(agentSessions),
      ),
    )
    .orderBy(desc(lastSeenAt), asc(id))
    .limit(100);
}
