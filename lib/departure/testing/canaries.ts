/** For the tests of a departure: words that can be recognised wherever they are. */
let count = 0;
const named = new Map<string, string>();

/** A word that stands nowhere else. Letters alone, so that any field takes it. */
export function canary(what: string): string {
  const word = `Kanari${what.replace(/[^a-z]/gi, "")}${String.fromCharCode(97 + (count % 26), 97 + Math.floor(count / 26))}`;
  count += 1;
  named.set(what, word);
  return word;
}

/** Numbers reserved for fiction (06 39 98 …), of which each is given once. */
export function canaryPhone(what: string): string {
  count += 1;
  const tail = `399800${String(10 + count)}`;
  named.set(what, tail);
  return `06${tail}`.replace(/(..)/g, "$1 ").trim();
}

export const canaryEmail = (what: string) => `${canary(what).toLowerCase()}@example.org`;

/** A word that the portal chose. */
export function nameCanary(what: string, word: string): void {
  named.set(what, word);
}

/** Every canary by what it stands for. */
export const canaries = () => named;
