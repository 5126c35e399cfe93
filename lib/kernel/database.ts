import { AsyncLocalStorage } from "node:async_hooks";
import { createDatabase, type Database } from "@/db/client";
import { clock } from "./clock";
import { env } from "./env";

/** What a transaction gives, and what a query reads through: the same drizzle interface. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Reader = Pick<Database, "select" | "selectDistinct" | "selectDistinctOn" | "execute" | "query">;

type Pools = { parvisDatabase?: Database; parvisJobDatabase?: Database };
type Slot = Pools & { parvisInJob?: AsyncLocalStorage<true>; parvisLeft?: Set<Database> };
const slot = globalThis as Slot;
/** Replaced, and not ended yet: somebody may still wait on them. */
const left = (slot.parvisLeft ??= new Set<Database>());
const inJob = (slot.parvisInJob ??= new AsyncLocalStorage<true>());

/** What a job may ask of Postgres, in milliseconds: no page waits for it, and it waits little for a page. */
const jobLimits = { statementTimeout: 30_000, lockTimeout: 5_000 };
const mostJobConnections = 5;

/** The process's connection pool, opened at the first use; that of the jobs inside a job. */
export function database(): Database {
  const name = inJob.getStore() ? "parvisJobDatabase" : "parvisDatabase";
  return (slot[name] ??= openPool(name));
}

/** Does the work of a job on a pool of its own, whose statements may last longer than a page's. */
export function asJob<T>(work: () => Promise<T>): Promise<T> {
  return inJob.run(true, work);
}

/** Ends the pools that are open, what runs on them finished within two seconds. */
export async function closeDatabases(): Promise<void> {
  const opened = [slot.parvisDatabase, slot.parvisJobDatabase].filter((one) => one !== undefined);
  await Promise.all(opened.map(({ $client }) => $client.end({ timeout: 2 })));
}

/** Gives up every pool: what waits on them is told at once that the connection is gone, and what comes next opens new ones. */
export function abandonPools(): void {
  const opened = [slot.parvisDatabase, slot.parvisJobDatabase, ...left].filter((one) => one !== undefined);
  slot.parvisDatabase = slot.parvisJobDatabase = undefined;
  left.clear();
  for (const { $client } of opened) void $client.end({ timeout: 0 });
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
function openPool(name: keyof Pools): Database {
  const opened = clock.now().getTime();
  const { DATABASE_URL: url, DATABASE_POOL: max, DATABASE_STATEMENT_MS: statementTimeout } = env();
  const connectTimeout = env().DATABASE_CONNECT_SECONDS;
  const limits =
    name === "parvisDatabase" ? { max, statementTimeout } : { max: Math.min(max, mostJobConnections), ...jobLimits };
  let isCondemned = false;
  const pool: Database = createDatabase(url, {
    ...limits,
    connectTimeout,
    onClose: () => {
      if (isCondemned) return;
      isCondemned = true;
      const age = Math.max(0, clock.now().getTime() - opened);
      setTimeout(() => leave(name, pool), Math.max(0, shortestLife - age)).unref();
    },
  });
  return pool;
}

function leave(name: keyof Pools, pool: Database): void {
  if (slot[name] !== pool) return;
  slot[name] = undefined;
  left.add(pool);
  setTimeout(() => void pool.$client.end({ timeout: longestWork }).then(() => left.delete(pool)), lastStart).unref();
}

/** For tests: the database that commands and queries use from now on. */
export function replaceDatabase(next: Database): void {
  slot.parvisDatabase = next;
}
