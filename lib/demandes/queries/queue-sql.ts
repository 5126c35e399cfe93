import { sql, type SQL } from "drizzle-orm";
import { isAmong } from "@/db/schema/columns";
import { holdsWords } from "@/lib/kernel/word-search";
import type { AgentId, DemarcheId, ServiceId } from "@/lib/shared/ids";
import { waitingStatuses, type DemandeStatus } from "@/lib/vocabulary/demande-status";

export type QueueScope = {
  /** The services whose queue the reader may see. Empty: nothing. */
  services: readonly ServiceId[];
  statuses: readonly DemandeStatus[];
  demarche?: DemarcheId;
  agent?: AgentId;
  /** Due before this instant. */
  dueBefore?: Date;
  /** Folded words, each found in the names. */
  words?: readonly string[];
  number?: string;
  newestFirst: boolean;
  after?: { at: Date; id: string };
  limit: number;
};

/**
 * The identifiers of one page of the queue, in order, with the instant that orders them. One short walk of an index for each
 * service (or démarche, or agent) and state, merged: the cost depends on the page, not on the table.
 */
export function queuePageSql(scope: QueueScope): SQL {
  const at = scope.dueBefore ? sql`due_at` : sql`submitted_at`;
  const order = scope.newestFirst ? sql`desc` : sql`asc`;
  const { lists, condition } = walk(scope);
  const filters = [condition, ...conditions(scope), beyond(scope, at)].filter((part) => part !== undefined);
  return sql`
    select q.id, q.at from ${sql.join(lists, sql` cross join `)} cross join lateral (
      select d.id, d.${at} as at from demandes d
      where ${sql.join(filters, sql` and `)}
      order by d.${at} ${order}, d.id ${order} limit ${scope.limit}
    ) q
    order by q.at ${order}, q.id ${order} limit ${scope.limit}`;
}

/** Which index leads: the number's or the names', the agent's, the démarche's, the delay's, or the service's. */
function walk({ services, statuses, agent, demarche, dueBefore, words = [], number }: QueueScope): {
  lists: SQL[];
  condition: SQL;
} {
  if (number || words.length > 0)
    return {
      lists: [sql`(values (1)) as once(n)`],
      // The literal lets the planner walk « demandes_recent » in order where the words are those of many.
      condition: sql`d.status <> 'draft' and d.service_id in (${values(services)}) and d.status in (${values(statuses)})`,
    };
  const states = sql`(values ${sql.join(
    statuses.map((status) => sql`(${status}::text)`),
    sql`, `,
  )}) as t(status)`;
  if (agent) return { lists: [states], condition: sql`d.agent_id = ${agent} and d.status = t.status` };
  if (demarche && !dueBefore)
    return { lists: [states], condition: sql`d.demarche_id = ${demarche} and d.status = t.status` };
  const places = sql`(values ${sql.join(
    services.map((id) => sql`(${id}::uuid)`),
    sql`, `,
  )}) as s(service_id)`;
  if (dueBefore)
    return {
      lists: [places],
      condition: sql`d.service_id = s.service_id and ${isAmong(sql`d.status`, waitingStatuses)}`,
    };
  return { lists: [places, states], condition: sql`d.service_id = s.service_id and d.status = t.status` };
}

function conditions({ services, statuses, agent, demarche, dueBefore, words = [], number }: QueueScope): SQL[] {
  const found: SQL[] = [];
  if (agent || demarche) found.push(sql`d.service_id in (${values(services)})`);
  if (agent) found.push(sql`d.agent_id = ${agent}`);
  if (demarche) found.push(sql`d.demarche_id = ${demarche}`);
  if (dueBefore)
    found.push(sql`d.due_at < ${dueBefore.toISOString()}::timestamptz`, sql`d.status in (${values(statuses)})`);
  found.push(...holdsWords(sql`d.search_name`, words));
  if (number) found.push(sql`d.number = ${number}`);
  return found;
}

function beyond({ after, newestFirst }: QueueScope, at: SQL): SQL | undefined {
  if (!after) return undefined;
  const than = newestFirst ? sql`<` : sql`>`;
  return sql`(d.${at}, d.id) ${than} (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
}

function values(items: readonly string[]): SQL {
  return sql.join(
    items.map((item) => sql`${item}`),
    sql`, `,
  );
}
