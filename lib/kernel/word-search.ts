import { sql, type SQL } from "drizzle-orm";

/**
 * Whether a folded column holds a folded word, by its trigram index. Trigrams need three letters: a shorter word (« Li »,
 * « Ng ») is looked for whole.
 */
function holdsWord(column: SQL, word: string): SQL {
  const literal = word.replace(/[\\%_]/g, "\\$&");
  if (word.length > 2) return sql`${column} like ${`%${literal}%`}`;
  const places = [`${literal} %`, `% ${literal} %`, `% ${literal}`].map((pattern) => sql`${column} like ${pattern}`);
  return sql`(${sql.join(places, sql` or `)})`;
}

/**
 * Whether a column of names (`nameSearchText`) holds every word. A short one may be stuck to the next: « le gall » is looked for in
 * « Legall » too.
 */
export function holdsWords(column: SQL, words: readonly string[]): SQL[] {
  return words.map((word, at) => {
    const next = words[at + 1];
    if (word.length > 2 || next === undefined) return holdsWord(column, word);
    return sql`(${holdsWord(column, word)} or ${holdsWord(column, word + next)})`;
  });
}
