import { sql } from "drizzle-orm";
import { database, type Tx } from "./database";

/**
 * Reads at one instant, with more time than a page has: each statement, and each silence between two (a process that the machine
 * starves), may take `seconds`. For what walks whole tables by slices, outside any request.
 */
export async function readWithin<T>(seconds: number, read: (tx: Tx) => Promise<T>): Promise<T> {
  return database().transaction(
    async (tx) => {
      const limit = String(Math.round(seconds * 1_000));
      await tx.execute(
        sql`select set_config('statement_timeout', ${limit}, true), set_config('lock_timeout', '0', true),
          set_config('idle_in_transaction_session_timeout', ${limit}, true)`,
      );
      return read(tx);
    },
    { accessMode: "read only", isolationLevel: "repeatable read" },
  );
}

/** Whether a statement was stopped because it took too long (Postgres, 57014). */
export function isOutOfTime(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "57014";
}
