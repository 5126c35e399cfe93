import { sql, type SQL } from "drizzle-orm";

/**
 * The agents at work who follow a service, one row each: for `exists`. `service`: its identifier in the query around, with the name of
 * its table (drizzle leaves it out where there is one table, and it would be read as that of an agent). `which`: among them, as `x`.
 */
export function followersOf(service: SQL, which: SQL = sql`true`): SQL {
  return sql`select 1 from agent_services x join agents a on a.id = x.agent_id and a.is_active where x.service_id = ${service} and ${which}`;
}
