/** Below, another word is a letter away from anything. */
const shortestCorrected = 5;
/** From this length on, two slips still leave the word alone of its kind. */
const longWord = 8;

/**
 * The word of a vocabulary that was meant by a misspelt one: same first letter, one slip of the keyboard away, two where it is
 * long. Null when none is that near, or the word is too short to tell. Folded words.
 */
export function nearestWord(typed: string, vocabulary: Iterable<string>): string | null {
  if (typed.length < shortestCorrected) return null;
  const most = typed.length < longWord ? 1 : 2;
  let [nearest, least] = [null as string | null, most + 1];
  for (const word of vocabulary) {
    if (word[0] !== typed[0] || Math.abs(word.length - typed.length) > most) continue;
    const slips = slipsBetween(typed, word);
    if (slips < least) [nearest, least] = [word, slips];
  }
  return nearest;
}

/** Letters changed, added, left out or turned round (Damerau-Levenshtein, neighbours only). Words are short: 40 letters at most. */
function slipsBetween(one: string, other: string): number {
  let [before, above] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      const ways = [(above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost];
      const isTurned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isTurned) ways.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...ways));
    }
    [before, above] = [above, row];
  }
  return above[other.length] ?? 0;
}
