import { sql, type SQL } from "drizzle-orm";
import { isAmong } from "@/db/schema/columns";
import type { Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { followersOf } from "@/lib/staff/agents/followers-of-service";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { AgentId, ServiceId } from "@/lib/shared/ids";
import { waitingStatuses } from "@/lib/vocabulary/demande-status";
import type { UnattendedService } from "../types/agent";

/** Counted no further. */
const limit = 100;
const service = sql`s.id`;

/** The services that no agent at work follows, with what waits in each: those where most waits first. */
export async function listUnattended(_actor: Admin): Promise<UnattendedService[]> {
  return read(sql`not exists (${followersOf(service)})`);
}

/** The services that this agent is alone to follow, with what waits in each. */
export async function listHeldAlone(_actor: Admin, agentId: AgentId): Promise<UnattendedService[]> {
  return read(
    sql`exists (${followersOf(service, sql`x.agent_id = ${agentId}`)}) and not exists (${followersOf(service, sql`x.agent_id <> ${agentId}`)})`,
  );
}

async function read(condition: SQL): Promise<UnattendedService[]> {
  const rows = await database().execute<{ id: ServiceId; name: string; waiting: number }>(sql`
    select s.id, s.name, (
      select count(*)::int from (
        select 1 from demandes d
        where d.service_id = s.id and ${isAmong(sql`d.status`, waitingStatuses)} limit ${limit}
      ) bounded
    ) as waiting
    from services s where s.closed_at is null and ${condition}`);
  const services = rows.map((row) => ({ ...row, isBounded: row.waiting === limit }));
  return inFrenchOrder(
    services,
    ({ waiting }) => -waiting,
    ({ name }) => name,
  );
}
