import { and, eq, isNull } from "drizzle-orm";
import { demarches } from "@/db/schema/demarches";
import { letterWordings } from "@/db/schema/letters";
import type { Reader } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { DemarcheId } from "@/lib/shared/ids";
import { usualLanguage } from "./languages";
import { isOfDemarche, isWorded, type WordedKind } from "../rules/worded";
import type { WordingKey } from "../schema";

export type ReadKey = { kind: WordedKind; demarche: { id: DemarcheId; slug: string; title: string } | null };

/** What a page or a form names. Throws NotFound for a letter that the town may not reword, and for a démarche that is none of its. */
export async function readKey(reader: Reader, { kind, demarche: slug }: WordingKey): Promise<ReadKey> {
  if (!isWorded(kind)) throw new NotFound();
  if (slug === "") return { kind, demarche: null };
  const { id, title } = demarches;
  const [demarche] = isOfDemarche(kind)
    ? await reader.select({ id, slug: demarches.slug, title }).from(demarches).where(eq(demarches.slug, slug)).limit(1)
    : [];
  if (!demarche) throw new NotFound();
  return { kind, demarche };
}

/** Where the portal's words stand. */
export const noWords = { title: "", opening: "", ending: "", signature: "" };

/** The town's own words of a letter; null where it wrote none. */
export async function readWords(reader: Reader, key: ReadKey): Promise<typeof noWords | null> {
  const { title, opening, ending, signature } = letterWordings;
  const [row] = await reader
    .select({ title, opening, ending, signature })
    .from(letterWordings)
    .where(isWordingOf(key))
    .limit(1);
  return row ?? null;
}

/** The line of these words, in the language of the portal. */
export function isWordingOf({ kind, demarche }: ReadKey) {
  return and(
    eq(letterWordings.kind, kind),
    eq(letterWordings.language, usualLanguage),
    demarche ? eq(letterWordings.demarcheId, demarche.id) : isNull(letterWordings.demarcheId),
  );
}
