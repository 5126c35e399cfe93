import { createDatabase, type Database } from "@/db/client";
import { clock } from "./clock";
import { env } from "./env";

/** What a transaction gives, and what a query reads through: the same drizzle interface. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Reader = Pick<Database, "select" | "selectDistinct" | "execute" | "query">;

const slot = globalThis as { parvisDatabase?: Database };

/** The process's connection pool, opened at the first use. */
export function database(): Database {
  slot.parvisDatabase ??= openPool();
  return slot.parvisDatabase;
}

/** A pool is not replaced more often, in milliseconds: while the database is away every attempt closes a connection. */
const shortestLife = 1_000;
/** Whoever holds a replaced pool begins on it no later; what was begun then may take its time (milliseconds, seconds). */
const lastStart = 30_000;
const longestWork = 600;

/**
 * A pool that is replaced by a new one once one of its connections closed. A connection that postgres.js loses in the middle of
 * something keeps what it had not sent, and sends nothing any more: each later use of it waits five seconds for nothing. Nobody
 * can tell which of them did, so none is used again (docs/decisions/028).
 */
function openPool(): Database {
  const opened = clock.now().getTime();
  let isCondemned = false;
  const pool: Database = createDatabase(env().DATABASE_URL, {
    max: env().DATABASE_POOL,
    onClose: () => {
      if (isCondemned) return;
      isCondemned = true;
      const age = Math.max(0, clock.now().getTime() - opened);
      setTimeout(() => leave(pool), Math.max(0, shortestLife - age)).unref();
    },
  });
  return pool;
}

function leave(pool: Database): void {
  if (slot.parvisDatabase !== pool) return;
  slot.parvisDatabase = undefined;
  setTimeout(() => void pool.$client.end({ timeout: longestWork }), lastStart).unref();
}

/** For tests: the database that commands and queries use from now on. */
export function replaceDatabase(next: Database): void {
  slot.parvisDatabase = next;
}
