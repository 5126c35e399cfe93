import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { letterWordings } from "@/db/schema/letters";
import type { Reader } from "@/lib/kernel/database";
import type { DemarcheId } from "@/lib/shared/ids";
import type { Letter } from "./compose";
import type { LetterKind } from "./kinds";
import { isWorded } from "./rules/worded";
import type { TownWording } from "./town-words";

export const wordingColumns = {
  title: letterWordings.title,
  opening: letterWordings.opening,
  ending: letterWordings.ending,
  signature: letterWordings.signature,
};

/** The town's own words of a letter: those of its démarche, or else those of its kind; null where it wrote none. */
export async function findWording<K extends LetterKind>(
  reader: Reader,
  { kind, facts, language }: Pick<Letter<K>, "kind" | "facts" | "language">,
): Promise<TownWording | null> {
  if (!isWorded(kind)) return null;
  const everywhere = isNull(letterWordings.demarcheId);
  const demarcheId = "demarcheId" in facts ? (facts.demarcheId as DemarcheId) : null;
  const [row] = await reader
    .select(wordingColumns)
    .from(letterWordings)
    .where(
      and(
        eq(letterWordings.kind, kind),
        eq(letterWordings.language, language),
        demarcheId ? or(everywhere, eq(letterWordings.demarcheId, demarcheId)) : everywhere,
      ),
    )
    .orderBy(desc(sql`${letterWordings.demarcheId} is not null`))
    .limit(1);
  return row ?? null;
}
