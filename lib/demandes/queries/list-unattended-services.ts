import { sql, type SQL } from "drizzle-orm";
import { isAmong } from "@/db/schema/columns";
import type { Manager } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { followersOf } from "@/lib/staff/agents/followers-of-service";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { AgentId, ServiceId } from "@/lib/shared/ids";
import { waitingStatuses } from "@/lib/vocabulary/demande-status";
import type { UnattendedService } from "../types/agent";

/** Counted no further. */
const limit = 100;
const service = sql`s.id`;

/** Of the services that the reader manages, those that no agent at work follows, with what waits in each: those where most waits first. */
export async function listUnattended(actor: Manager): Promise<UnattendedService[]> {
  return read(actor, sql`not exists (${followersOf(service)})`);
}

/** Of the services that the reader manages, those that this agent is alone to follow, with what waits in each. */
export async function listHeldAlone(actor: Manager, agentId: AgentId): Promise<UnattendedService[]> {
  return read(
    actor,
    sql`exists (${followersOf(service, sql`x.agent_id = ${agentId}`)}) and not exists (${followersOf(service, sql`x.agent_id <> ${agentId}`)})`,
  );
}

async function read(actor: Manager, condition: SQL): Promise<UnattendedService[]> {
  const within = actor.kind === "admin" ? sql`true` : sql`s.organisation_id = ${actor.organisationId}`;
  const rows = await database().execute<{ id: ServiceId; name: string; waiting: number }>(sql`
    select s.id, s.name, (
      select count(*)::int from (
        select 1 from demandes d
        where d.service_id = s.id and ${isAmong(sql`d.status`, waitingStatuses)} limit ${limit}
      ) bounded
    ) as waiting
    from services s where s.closed_at is null and ${within} and ${condition}`);
  const services = rows.map((row) => ({ ...row, isBounded: row.waiting === limit }));
  return inFrenchOrder(
    services,
    ({ waiting }) => -waiting,
    ({ name }) => name,
  );
}
