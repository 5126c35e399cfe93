import { eq } from "drizzle-orm";
import { demarches } from "@/db/schema/demarches";
import { letterWordings } from "@/db/schema/letters";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { versionOf } from "@/lib/kernel/seen-version";
import { inFrenchOrder } from "@/lib/shared/french-order";
import { compose, type Letter } from "../wording/compose";
import { findWording } from "../wording/find-wording";
import type { LetterKind } from "../kinds";
import { usualLanguage } from "../wording/languages";
import { isOfDemarche, wordedKinds, wordedLabels, type WordedKind } from "../rules/worded";
import { samples } from "../wording/samples";
import type { WordingKey } from "../schema";
import { variablesOf } from "../wording/town-words";
import type { WordingLine, WordingView } from "../types";
import { noWords, readKey, readWords } from "../wording/wording-key";

/** Every letter that the town may reword, and those that it did. Throws NotFound to whoever is no administrator. */
export async function listWordings(actor: Actor): Promise<WordingLine[]> {
  if (actor.kind !== "admin") throw new NotFound();
  const rows = await database()
    .select({ kind: letterWordings.kind, demarcheId: letterWordings.demarcheId })
    .from(letterWordings)
    .where(eq(letterWordings.language, usualLanguage));
  return wordedKinds.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const demarcheRows = own.filter(({ demarcheId }) => demarcheId !== null);
    return {
      kind,
      label: wordedLabels[kind],
      isReworded: own.length > demarcheRows.length,
      demarches: demarcheRows.length,
    };
  });
}

/** One of them, for the page that changes it, with the letter as it reads. Throws NotFound, also for a letter that stays as it is. */
export async function getWording(actor: Actor, input: WordingKey): Promise<WordingView> {
  if (actor.kind !== "admin") throw new NotFound();
  const key = await readKey(database(), input);
  const { kind, demarche } = key;
  const row = await readWords(database(), key);
  const words = row ?? noWords;
  const letter = sampleOf(kind, demarche);
  const original = compose(letter);
  const read = await findWording(database(), letter);
  return {
    kind,
    label: wordedLabels[kind],
    demarche: demarche && { slug: demarche.slug, title: demarche.title },
    words,
    version: versionOf(words),
    isReworded: row !== null,
    original: { title: original.subject, opening: original.paragraphs[0] ?? "" },
    variables: variablesOf(kind),
    preview: compose(letter, read ?? undefined),
    demarches: isOfDemarche(kind) ? await demarchesOf(kind) : [],
  };
}

type OfDemarche = { id: string; title: string } | null;

function sampleOf<K extends LetterKind>(kind: K, demarche: OfDemarche): Letter<K> {
  const of = demarche ? { demarcheId: demarche.id, demarche: demarche.title } : {};
  return { kind, facts: { ...samples[kind], ...of }, name: "Camille Exemple", language: usualLanguage };
}

async function demarchesOf(kind: WordedKind): Promise<WordingView["demarches"]> {
  const [all, own] = await Promise.all([
    database().select({ id: demarches.id, slug: demarches.slug, title: demarches.title }).from(demarches),
    database().select({ id: letterWordings.demarcheId }).from(letterWordings).where(eq(letterWordings.kind, kind)),
  ]);
  const reworded = new Set<string | null>(own.map(({ id }) => id));
  return inFrenchOrder(all, ({ title }) => title).map(({ id, slug, title }) => ({
    slug,
    title,
    isReworded: reworded.has(id),
  }));
}
