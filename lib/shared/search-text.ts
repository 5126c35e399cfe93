import { fold } from "./text";

/**
 * What is kept of names so that they are found: folded, without apostrophe, then each short word stuck to the next one, so that
 * « Le Gall » answers to « legall » and « da Silva » to « dasilva ». A migration wrote the same of what was kept before it.
 */
export function nameSearchText(parts: readonly (string | null | undefined)[]): string {
  const plain = plainName(parts.filter(Boolean).join(" "));
  return [plain, ...stuckWords(plain)].join(" ");
}

const mostWords = 5;

/** What is looked for: the words of a name as an agent types it, all of them to be found. A letter alone says nothing beside a word. */
export function nameWords(typed: string): string[] {
  const words = plainName(typed).split(" ").filter(Boolean);
  const long = words.filter((word) => word.length > 1);
  return (long.length > 0 ? long : words).slice(0, mostWords);
}

/** Hyphens part words as spaces do. */
function plainName(text: string): string {
  return fold(text)
    .replaceAll("'", "")
    .replace(/[\s-]+/g, " ")
    .trim();
}

/** « de la cruz » gives « delacruz ». */
function stuckWords(plain: string): string[] {
  const runs = plain.match(/(?:(?<![^ ])[^ ]{1,3} )+[^ ]+/g) ?? [];
  return runs.map((run) => run.replaceAll(" ", ""));
}
