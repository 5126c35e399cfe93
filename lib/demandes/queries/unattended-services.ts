import { sql, type SQL } from "drizzle-orm";
import type { Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { inFrenchOrder } from "@/lib/shared/french-order";
import type { AgentId, ServiceId } from "@/lib/shared/ids";
import type { UnattendedService } from "../types/agent";

/** Counted no further. */
const limit = 100;

/** The services that no agent at work follows, with what waits in each: those where most waits first. */
export async function listUnattended(_actor: Admin): Promise<UnattendedService[]> {
  return read(sql`not exists (${followersOf(sql`true`)})`);
}

/** The services that this agent is alone to follow, with what waits in each. */
export async function listHeldAlone(_actor: Admin, agentId: AgentId): Promise<UnattendedService[]> {
  return read(
    sql`exists (${followersOf(sql`x.agent_id = ${agentId}`)}) and not exists (${followersOf(sql`x.agent_id <> ${agentId}`)})`,
  );
}

function followersOf(which: SQL): SQL {
  return sql`select 1 from agent_services x join agents a on a.id = x.agent_id and a.is_active where x.service_id = s.id and ${which}`;
}

async function read(condition: SQL): Promise<UnattendedService[]> {
  const rows = await database().execute<{ id: ServiceId; name: string; waiting: number }>(sql`
    select s.id, s.name, (
      select count(*)::int from (
        select 1 from demandes d
        where d.service_id = s.id and d.status in ('pending', 'rectified', 'in_progress', 'complete') limit ${limit}
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
