import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "@/db/schema/all";
import { database, replaceDatabase } from "@/lib/kernel/database";

type Parameter = string | number | boolean | null;
export type Statement = { text: string; parameters: Parameter[] };

/** Runs `work` on one connection and returns the statements that it sent, transaction words included. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  return (await record(work)).map(({ text }) => text);
}

/** The plans of the statements that `work` sends, as Postgres explains them. */
export async function plansOf(work: () => Promise<unknown>): Promise<string> {
  const statements = await record(work);
  const client = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => undefined });
  try {
    const plans = [];
    for (const { text, parameters } of statements) plans.push(...(await client.unsafe(`explain ${text}`, parameters)));
    return plans.map((line) => String(line["QUERY PLAN"])).join("\n");
  } finally {
    await client.end();
  }
}

/** The statements that `work` sends, with what they were given. */
export async function record(work: () => Promise<unknown>): Promise<Statement[]> {
  const usual = database();
  const statements: Statement[] = [];
  const client = postgres(process.env.DATABASE_URL ?? "", {
    max: 1,
    fetch_types: false,
    onnotice: () => undefined,
    debug: (_connection, text, parameters) => void statements.push({ text, parameters: parameters as Parameter[] }),
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
