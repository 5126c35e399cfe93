import { mendText } from "@/lib/shared/clean-text";
import { fold } from "@/lib/shared/text";

/** Words that say nothing of a démarche; Postgres' French list leaves some of them in. */
const stopWords = new Set(
  (
    "a au aux avec ce ces cet cette comment d dans de demande demander des du elle en entre est et faire faut il ils je " +
    "j l la le les leur lui ma mais me mes moi mon n ne nos notre nous obtenir on ou par pas pour qu que qui s sa se ses " +
    "son sur ta te tes toi ton tu un une vos votre vous veux voudrais y"
  ).split(" "),
);

const mostWords = 6;

/** What is looked for in a search: words folded, without those that say nothing. */
export function searchWords(query: string): string[] {
  const folded = plainWords(query.slice(0, 300))
    .split(" ")
    .filter(Boolean)
    .map((word) => word.slice(0, 40));
  return [...new Set(folded)].filter((word) => !stopWords.has(word)).slice(0, mostWords);
}

/** Lower case, without accents, ligatures nor punctuation, words apart by one space: what the search compares. */
export function plainWords(text: string): string {
  return fold(mendText(text))
    .split(/[^\p{L}\p{N}]/u)
    .filter(Boolean)
    .join(" ");
}
