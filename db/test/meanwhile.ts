import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { database, type Tx } from "@/lib/kernel/database";

/**
 * What `act` answers when `change` is committed while it waits: `act` begins with the change written and held, so that what it
 * reads before its locks is still the past. For the tests of races.
 */
export async function meanwhile<T>(change: (tx: Tx) => Promise<unknown>, act: () => Promise<T>): Promise<T | Error> {
  const { answer } = await database().transaction(async (tx) => {
    await change(tx);
    const begun = act().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    await Promise.race([begun, somebodyWaits(tx)]);
    return { answer: begun };
  });
  return answer;
}

/** Until a statement waits for a lock: two seconds at most. */
export async function somebodyWaits(tx: Tx): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    // A transaction sees its first look for ever: without this, whoever began to wait just after it is never seen.
    await tx.execute(sql`select pg_stat_clear_snapshot()`);
    const rows = await tx.execute(sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (rows.length > 0) return;
    await sleep(20);
  }
}
