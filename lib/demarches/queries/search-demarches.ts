import { and, asc, desc, eq, sql, type SQL } from "drizzle-orm";
import { demarches, themes } from "@/db/schema/demarches";
import { database } from "@/lib/kernel/database";
import { searchWords } from "../search-words";
import type { DemarcheCard } from "../types";
import { cardColumns } from "./card-columns";

const mostResults = 50;

/**
 * Published démarches that answer to words, best first: French words whatever their ending, then words that look like
 * them. Title, keywords and summary are read. A search without a telling word finds nothing. Public.
 */
export async function searchDemarches(query: string): Promise<DemarcheCard[]> {
  const words = searchWords(query);
  if (words.length === 0) return [];
  const found = await find(words, sql.join(words.flatMap(looksLike), sql` or `));
  // Far from any word: every démarche is compared, which only a misspelt search pays for.
  const results = found.length > 0 ? found : await find(words, sql.join(words.map(resembles), sql` or `));
  const best = results[0]?.score ?? 0;
  return results.filter(({ score }) => score >= best * 0.6).map(({ score: _, ...card }) => card);
}

async function find(words: readonly string[], candidates: SQL): Promise<(DemarcheCard & { score: number })[]> {
  const score = sql<number>`(${sql.join(words.map(weigh), sql` + `)})::float8`.mapWith(Number).as("score");
  return database()
    .select({ ...cardColumns, score })
    .from(demarches)
    .innerJoin(themes, eq(themes.id, demarches.themeId))
    .where(and(eq(demarches.isPublished, true), sql`(${candidates})`))
    .orderBy(desc(score), asc(demarches.position), asc(demarches.title))
    .limit(mostResults);
}

const titleWords = sql`to_tsvector('french', unaccent(${demarches.title}))`;
const allWords = sql`to_tsvector('french', ${demarches.searchText})`;
const french = (word: string) => sql`plainto_tsquery('french', ${word})`;
/** The beginning of a word, as one types: « encomb ». */
const beginning = (word: string) => sql`to_tsquery('simple', ${`${word}:*`})`;

/** Conditions that the indexes answer. */
function looksLike(word: string): SQL[] {
  return [
    sql`${allWords} @@ ${french(word)}`,
    sql`${allWords} @@ ${beginning(word)}`,
    sql`${demarches.searchText} %> ${word}`,
  ];
}

function resembles(word: string): SQL {
  return sql`word_similarity(${word}, ${demarches.searchText}) > 0.4`;
}

/** Up to 4 a word: in the title, anywhere, its beginning, its look. */
function weigh(word: string): SQL {
  return sql`case
    when ${titleWords} @@ ${french(word)} then 4
    when ${allWords} @@ ${french(word)} then 3
    when ${titleWords} @@ ${beginning(word)} then 2.5
    when ${allWords} @@ ${beginning(word)} then 2
    else 2 * word_similarity(${word}, ${demarches.searchText}) end`;
}
