import { sql, type SQL } from "drizzle-orm";

/**
 * Whether a folded column holds a folded word, by its trigram index. Trigrams need three letters: a shorter word (« Li »,
 * « Ng ») is looked for whole.
 */
export function holdsWord(column: SQL, word: string): SQL {
  const literal = word.replace(/[\\%_]/g, "\\$&");
  if (word.length > 2) return sql`${column} like ${`%${literal}%`}`;
  const places = [`${literal} %`, `% ${literal} %`, `% ${literal}`].map((pattern) => sql`${column} like ${pattern}`);
  return sql`(${sql.join(places, sql` or `)})`;
}
