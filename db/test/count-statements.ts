import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema/all";
import { database, replaceDatabase } from "@/lib/kernel/database";

/** Runs `work` on one connection and returns the statements that it sent, transaction words included. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const usual = database();
  const statements: string[] = [];
  const client = postgres(process.env.DATABASE_URL ?? "", {
    max: 1,
    fetch_types: false,
    onnotice: () => undefined,
    debug: (_connection, query) => void statements.push(query),
  });
  replaceDatabase(drizzle<typeof schema>(client, { schema }));
  try {
    await work();
  } finally {
    replaceDatabase(usual);
    await client.end();
  }
  return statements;
}
