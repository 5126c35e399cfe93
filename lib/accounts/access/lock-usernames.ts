import { sql } from "drizzle-orm";
import type { Tx } from "@/lib/kernel/database";

/**
 * Until the end of the caller's transaction nobody else gives or takes an identifiant: « jean.dupont » with its number 2 and
 * the name « Dupont2 » ask for the same one. Take it just before looking at who has what.
 */
export async function lockUsernames(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('username', 0))`);
}
