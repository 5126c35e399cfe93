import { randomInt } from "node:crypto";
import { PgPreparedQuery } from "drizzle-orm/pg-core";

/** What may be told of a failed query: its code and its constraint. Drizzle's own error repeats every value, Postgres's its keys. */
export class QueryFailed extends Error {
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  /** Next shows and logs this instead of a figure drawn from the message, which is the same for every query that fails alike. */
  readonly digest = String(randomInt(100_000_000, 1_000_000_000));

  constructor(cause: unknown) {
    const { code, constraint_name: constraint } = (cause ?? {}) as { code?: string; constraint_name?: string };
    super(`query failed (${code ?? "no code"}${constraint ? `, ${constraint}` : ""})`);
    this.name = "QueryFailed";
    this.code = code;
    this.constraint = constraint;
  }
}

type Run = (query: string, parameters: unknown[], run: () => Promise<unknown>) => Promise<unknown>;
const patched = Symbol.for("parvis.query-failed");

/**
 * From now on no query's error carries values: whoever prints an error, Next included, prints no personal datum.
 * Drizzle offers no hook for it, so its one common path is wrapped; a test fails if a new version goes elsewhere.
 */
export function hideValuesInErrors(): void {
  const prototype = PgPreparedQuery.prototype as unknown as { queryWithCache: Run; [patched]?: true };
  if (prototype[patched]) return;
  prototype[patched] = true;
  const original = prototype.queryWithCache;
  prototype.queryWithCache = async function (this: unknown, query, parameters, run) {
    try {
      return await original.call(this, query, parameters, run);
    } catch (error) {
      throw new QueryFailed(error instanceof Error ? error.cause : error);
    }
  };
}
