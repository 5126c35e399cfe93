import { rubrics } from "@/components/help/rubrics";
import { wordsIn } from "@/lib/shared/text";

const shortest = 4;

/** Questions of the help page that hold a word looked for, or its beginning; those that hold most words first. */
export function findQuestions(q: string): { id: string; question: string }[] {
  const words = wordsIn(q.slice(0, 300))
    .filter((word) => word.length >= shortest)
    .slice(0, 6);
  const questions = rubrics.flatMap((rubric) => rubric.questions);
  const scored = questions.map(({ id, question }) => ({ id, question, score: score(words, question) }));
  return scored
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ id, question }) => ({ id, question }));
}

function score(words: readonly string[], question: string): number {
  const held = wordsIn(question);
  return words.filter((word) => held.some((one) => isMeant(one, word))).length;
}

/** The beginning of a word, or its plural or another conjugation; « connecter » is not « Connor ». */
function isMeant(one: string, word: string): boolean {
  const stem = word.slice(0, Math.max(shortest, word.length - 2));
  return one.startsWith(word) || (one.startsWith(stem) && one.length - word.length <= 2);
}
