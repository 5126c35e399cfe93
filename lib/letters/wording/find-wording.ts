import { sql, type SQL } from "drizzle-orm";
import { letterWordings } from "@/db/schema/letters";
import type { Reader } from "@/lib/kernel/database";
import type { Letter } from "./compose";
import type { LetterKind } from "../kinds";
import { isWorded } from "../rules/worded";
import type { TownWording } from "./town-words";

type Said<K extends LetterKind> = Pick<Letter<K>, "kind" | "facts" | "language">;

/** The town's own words of a letter: those of its démarche, or else those of its kind; null where it wrote none. */
export async function findWording<K extends LetterKind>(reader: Reader, letter: Said<K>): Promise<TownWording | null> {
  if (!isWorded(letter.kind)) return null;
  const [row] = await reader.execute<{ words: TownWording | null }>(sql`select ${wordingOf(letter)} as words`);
  return row?.words ?? null;
}

/** The same, as an expression of another statement: what files a demande asks the database no more for it. */
export function wordingOf<K extends LetterKind>({ kind, facts, language }: Said<K>): SQL<TownWording | null> {
  const demarcheId = "demarcheId" in facts ? facts.demarcheId : null;
  return sql`(
    select json_build_object('title', title, 'opening', opening, 'ending', ending, 'signature', signature)
    from ${letterWordings}
    where kind = ${kind} and language = ${language} and (demarche_id is null or demarche_id = ${demarcheId}::uuid)
    order by demarche_id is not null desc limit 1
  )`;
}
