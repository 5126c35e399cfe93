import { createDatabase, type Database } from "@/db/client";
import { env } from "./env";

/** What a transaction gives, and what a query reads through: the same drizzle interface. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Reader = Pick<Database, "select" | "selectDistinct" | "execute" | "query">;

const slot = globalThis as { parvisDatabase?: Database };

/** The process's connection pool, opened at the first use. */
export function database(): Database {
  slot.parvisDatabase ??= createDatabase(env().DATABASE_URL, { max: env().DATABASE_POOL });
  return slot.parvisDatabase;
}

/** For tests: the database that commands and queries use from now on. */
export function replaceDatabase(next: Database): void {
  slot.parvisDatabase = next;
}
