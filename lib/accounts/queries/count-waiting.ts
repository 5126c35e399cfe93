import { sql, type SQL } from "drizzle-orm";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { requireStaff } from "@/lib/kernel/staff";
import { readAccountSettings } from "@/lib/organisation/settings/account-settings";
import type { AccountCounters } from "../types/agent";

const limit = 100;

/** What waits for an agent, each counted up to a hundred; validations only where the town asks for them (T11). */
export async function countWaitingAccounts(actor: Actor): Promise<AccountCounters> {
  requireStaff(actor);
  const { validatedByAgent } = await readAccountSettings();
  const active = sql`from accounts a where a.status = 'active'`;
  const none = sql`0`;
  const [row] = await database().execute<Omit<AccountCounters, "limit">>(sql`
    select
      ${validatedByAgent ? bounded(sql`${active} and a.validation = 'pending'`) : none} as "toValidate",
      ${validatedByAgent ? bounded(sql`${active} and a.pending_profile is not null`) : none} as changes,
      ${bounded(sql`from account_recoveries r where r.state = 'asked'`)} as recoveries`);
  if (!row) throw new Error("counters: no row returned");
  return { ...row, limit };
}

function bounded(from: SQL): SQL {
  return sql`(select count(*)::int from (select 1 ${from} limit ${limit}) few)`;
}
