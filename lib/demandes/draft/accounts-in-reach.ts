import { sql, type SQL } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import { daysToMinutes, demandeLimits } from "../rules/limits";

/**
 * Whether somebody may take the draft up: its account is not frozen, nor was it until a few days ago, as many as a notice gives. Asked draft by draft: a join
 * would read every account.
 */
export function isInReach(): SQL {
  const recent = clock.inMinutes(-daysToMinutes(demandeLimits.noticeDays)).toISOString();
  const isHeld = sql`
    select ${accounts.status} = 'frozen' or coalesce(${accounts.reopenedAt} > ${recent}::timestamptz, false)
    from ${accounts} where ${accounts.id} = ${demandes.accountId}`;
  return sql`not coalesce((${isHeld}), false)`;
}
