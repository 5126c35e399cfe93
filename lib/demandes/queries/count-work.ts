import { sql, type SQL } from "drizzle-orm";
import { isAmong } from "@/db/schema/columns";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { requireStaff } from "@/lib/kernel/staff";
import { waitingStatuses } from "@/lib/vocabulary/demande-status";
import type { WorkCounters } from "../types/agent";
import { readableServices } from "./list-queue";

const limit = 100;

/** What waits for the reader, each counted up to a hundred: never a count of the whole table. */
export async function countWork(actor: Actor): Promise<WorkCounters> {
  const reader = requireStaff(actor);
  const services = await readableServices(reader);
  if (services.length === 0) return { waiting: 0, corrected: 0, mine: 0, toDecide: 0, late: 0, limit };
  const ids = sql.join(
    services.map((id) => sql`${id}`),
    sql`, `,
  );
  const inServices = sql`d.service_id in (${ids})`;
  const now = clock.now().toISOString();
  const [row] = await database().execute<Omit<WorkCounters, "limit">>(sql`
    select
      ${bounded(sql`${inServices} and d.status = 'pending'`)} as waiting,
      ${bounded(sql`${inServices} and d.status = 'rectified'`)} as corrected,
      ${bounded(sql`d.agent_id = ${reader.agentId} and d.status = 'in_progress' and ${inServices}`)} as mine,
      ${bounded(sql`${inServices} and d.status = 'complete'`)} as "toDecide",
      ${bounded(sql`${inServices} and ${isAmong(sql`d.status`, waitingStatuses)} and d.due_at < ${now}::timestamptz`)} as late`);
  if (!row) throw new Error("counters: no row returned");
  return { ...row, limit };
}

function bounded(condition: SQL): SQL {
  return sql`(select count(*)::int from (select 1 from demandes d where ${condition} limit ${limit}) few)`;
}
