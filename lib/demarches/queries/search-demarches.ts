import { and, asc, desc, eq, sql, type SQL } from "drizzle-orm";
import { demarches, themes } from "@/db/schema/demarches";
import { database } from "@/lib/kernel/database";
import { inFrenchRank } from "@/lib/shared/french-order";
import { findElsewhere, isSaidElsewhere, wordsElsewhere } from "../search/elsewhere";
import { nearestWord } from "../search/nearest-word";
import { hiddenMatches, plainWords, searchWords, wordsAsWritten } from "../search/search-words";
import type { DemarcheCard, DemarcheSearch } from "../types";
import { cardColumns } from "./card-columns";

const mostResults = 50;
/** Rows read for their words, when some are misspelt. */
const mostNear = 20;

/**
 * Published démarches that answer to words, best first: French words whatever their ending. Title, keywords and summary are
 * read. A word that none holds is put right where one is near, and it is told; démarches that hold half of the words or less
 * are only near; what the town does not do online is said (`elsewhere`). A search without a telling word finds nothing. Public.
 */
export async function searchDemarches(query: string): Promise<DemarcheSearch> {
  const typed = searchWords(query);
  if (typed.length === 0) return { demarches: [], corrected: [], isNear: false, elsewhere: null };
  const phrase = plainWords(query.slice(0, 300));
  const first = await find(typed, phrase);
  const known = typed.filter((_, at) => first.some(({ hits }) => hits[at] === "1"));
  const corrections = known.length === typed.length ? new Map<string, string>() : await correct(typed, known);
  if (corrections.size === 0) return answer(typed, first, []);
  const words = typed.map((word) => plainWords(corrections.get(word) ?? word));
  return answer(words, await find(words, phrase), [...corrections.values()]);
}

function answer(words: readonly string[], rows: readonly Row[], corrected: readonly string[]): DemarcheSearch {
  const most = Math.max(0, ...rows.map(({ hits }) => hits.replaceAll("0", "").length));
  const isNear = rows.length > 0 && most * 2 <= words.length && words.length > 1;
  const isSure = rows.length > 0 && !isNear;
  const elsewhere = isSure ? null : findElsewhere(words);
  const best = rows[0]?.score ?? 0;
  const shown = elsewhere ? [] : rows.filter(({ score }) => score >= best * 0.6);
  return {
    demarches: shown.map(({ score: _, hits: _hits, keywords, ...card }) => ({
      ...card,
      matched: hiddenMatches(words, keywords, `${card.title} ${card.summary}`),
    })),
    corrected,
    isNear: isNear && elsewhere === null,
    elsewhere,
  };
}

/** Words that no démarche holds, each with the word as it is written that was most likely meant, here or elsewhere. */
async function correct(typed: readonly string[], known: readonly string[]): Promise<Map<string, string>> {
  const unknown = typed.filter((word) => !known.includes(word) && !isSaidElsewhere(word));
  if (unknown.length === 0) return new Map();
  const nearness = sql`greatest(${sql.join(
    unknown.map((word) => sql`word_similarity(${word}, ${demarches.searchText})`),
    sql`, `,
  )})`;
  const rows = await database()
    .select({ title: demarches.title, keywords: demarches.keywords, summary: demarches.summary })
    .from(demarches)
    .where(and(eq(demarches.isPublished, true), sql`${nearness} > 0.4`))
    .orderBy(desc(nearness), asc(demarches.position), asc(demarches.title))
    .limit(mostNear);
  const offered = wordsAsWritten(rows.map((row) => `${row.title} ${row.keywords} ${row.summary}`).join(" "));
  // What the town offers comes first: of two words as near, the first is meant.
  const written = new Map([...offered, ...[...wordsElsewhere()].filter(([word]) => !offered.has(word))]);
  const meant = unknown.map((word) => [word, written.get(nearestWord(word, written.keys()) ?? "")] as const);
  return new Map(meant.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}

/** `hits`: « 101 » where the first word and the third are held. */
type Row = DemarcheCard & { keywords: string; score: number; hits: string };

async function find(words: readonly string[], phrase: string): Promise<Row[]> {
  const isSaid = sql`case when ' ' || ${demarches.searchText} || ' ' like ${`% ${phrase} %`} then 2 else 0 end`;
  const score = sql<number>`(${sql.join(words.map(weigh), sql` + `)} + ${isSaid})::float8`.mapWith(Number).as("score");
  const marks = words.map((word) => sql`case when ${holds(word)} then '1' else '0' end`);
  const hits = sql<string>`concat(${sql.join(marks, sql`, `)})`.as("hits");
  const found = await database()
    .select({ ...cardColumns, keywords: demarches.keywords, rank: demarches.position, score, hits })
    .from(demarches)
    .innerJoin(themes, eq(themes.id, demarches.themeId))
    .where(and(eq(demarches.isPublished, true), sql`(${sql.join(words.map(holds), sql` or `)})`))
    .orderBy(desc(score), asc(demarches.position), asc(demarches.title))
    .limit(mostResults);
  return inFrenchRank(
    found,
    (row) => -row.score,
    ({ rank }) => rank,
    ({ title }) => title,
  );
}

const titleWords = sql`to_tsvector('french', unaccent(${demarches.title}))`;
const allWords = sql`to_tsvector('french', ${demarches.searchText})`;
const french = (word: string) => sql`plainto_tsquery('french', ${word})`;
/** The beginning of a word, as one types: « encomb ». */
const beginning = (word: string) => sql`to_tsquery('simple', ${`${word}:*`})`;

/** A condition that the index of words answers. */
function holds(word: string): SQL {
  return sql`(${allWords} @@ ${french(word)} or ${allWords} @@ ${beginning(word)})`;
}

/** Up to 4 a word: in the title, anywhere, its beginning. */
function weigh(word: string): SQL {
  return sql`case
    when ${titleWords} @@ ${french(word)} then 4
    when ${allWords} @@ ${french(word)} then 3
    when ${titleWords} @@ ${beginning(word)} then 2.5
    when ${allWords} @@ ${beginning(word)} then 2
    else 0 end`;
}
