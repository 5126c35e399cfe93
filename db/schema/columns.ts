import { sql, type SQL } from "drizzle-orm";
import { timestamp, uuid, type PgColumn } from "drizzle-orm/pg-core";

/** Identifier of a row, branded by the caller: `id<AccountId>()`. */
export const id = <T extends string>() => uuid("id").primaryKey().$type<T>();

/** Instant with its zone, to the millisecond. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/**
 * `column in ('pending','complete')`, for words of a closed list of lib/vocabulary: written in full, so that a partial index and the
 * query that it serves say the same thing to the planner. Throws on anything but small letters and `_`.
 */
export function isAmong(column: PgColumn | SQL, words: readonly string[]): SQL {
  const wrong = words.find((word) => !/^[a-z_]+$/.test(word));
  if (wrong !== undefined || words.length === 0) throw new Error(`not a word of a closed list: ${wrong ?? "none"}`);
  const list = words.map((word) => `'${word}'`).join(",");
  // eslint-disable-next-line no-restricted-syntax -- small letters alone, checked above; a parameter would not match the partial index
  return sql`${column} in (${sql.raw(list)})`;
}
