import { mendText } from "@/lib/shared/clean-text";
import { fold } from "@/lib/shared/text";

/** Words that say nothing of a démarche; Postgres' French list leaves some of them in. */
const stopWords = new Set(
  (
    "au aux avec ce ces cet cette comment dans de demande demander des du elle en entre est et faire faut il ils je " +
    "la le les leur lui ma mais me mes moi mon ne nos notre nous obtenir on ou par pas pour qu que qui sa se ses son " +
    "sur ta te tes toi ton tu un une vos votre vous veux voudrais"
  ).split(" "),
);

const mostWords = 6;

/** What is looked for in a search: words folded, without those that say nothing; a letter alone is what an apostrophe leaves (« O’Connor »). */
export function searchWords(query: string): string[] {
  const folded = plainWords(query.slice(0, 300))
    .split(" ")
    .filter(Boolean)
    .map((word) => word.slice(0, 40));
  return [...new Set(folded)].filter((word) => word.length > 1 && !stopWords.has(word)).slice(0, mostWords);
}

/** Lower case, without accents, ligatures nor punctuation, words apart by one space: what the search compares. */
export function plainWords(text: string): string {
  return fold(mendText(text))
    .split(/[^\p{L}\p{N}]/u)
    .filter(Boolean)
    .join(" ");
}

/** The words of a text as they are written, by their folded form: « naissance », « école ». */
export function wordsAsWritten(text: string): Map<string, string> {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return new Map(words.filter((word) => word.length > 3).map((word) => [plainWords(word), word]));
}

/** Keywords that answer to words looked for and that what is shown of the démarche does not: why it was found. */
export function hiddenMatches(words: readonly string[], keywords: string, shown: string): string[] {
  const seen = [...wordsAsWritten(shown).keys()];
  const hidden = words.filter((word) => !seen.some((one) => isSameWord(one, word)));
  const kept = [...wordsAsWritten(keywords)].filter(([one]) => hidden.some((word) => isSameWord(one, word)));
  return [...new Map(kept.map(([one, written]) => [one.slice(0, shortestStem), written])).values()];
}

const shortestStem = 4;

/** A plural or a conjugation leaves the beginning of a word as it is. */
function isSameWord(one: string, word: string): boolean {
  return one.startsWith(word.slice(0, Math.max(shortestStem, word.length - 2)));
}
