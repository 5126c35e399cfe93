import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { requireStaff } from "@/lib/kernel/staff";
import type { AccountId } from "@/lib/shared/ids";

const limit = 100;

/** How many demandes the account filed, up to a hundred, whatever the service: a number, and nothing of what they say. */
export async function countDemandesOf(actor: Actor, accountId: AccountId): Promise<number> {
  requireStaff(actor);
  const [row] = await database().execute<{ n: number }>(sql`
    select count(*)::int as n from (
      select 1 from demandes where account_id = ${accountId} and status <> 'draft' limit ${limit}) few`);
  return row?.n ?? 0;
}
