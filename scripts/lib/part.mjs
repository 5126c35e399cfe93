/**
 * The tests that words name: each file whose path and titles hold all of them, whatever the case and the accents. A file is run whole.
 * @typedef {{unit: string[], database: string[], scripts: string[], journeys: string[]}} Part
 */

/** Which run a test belongs to, by its path. The first that matches. */
const runs = /** @type {const} */ ([
  ["journeys", /^e2e\/.*\.spec\.ts$/],
  ["scripts", /^scripts\/.*\.test\.mjs$/],
  ["database", /\.db\.test\.ts$/],
  ["unit", /\.test\.tsx?$/],
]);

/** A title stands between quotes, as the first thing that a block of tests is given; what `each` puts into it is not read. */
const titles = /\b(?:it|test|describe)(?:\.\w+)*\([^"'`]*(["'`])(.*?)\1/gs;

/**
 * @param {string[]} words
 * @param {Map<string, string>} texts the files of the tree: path → content
 * @returns {Part}
 */
export function partNamed(words, texts) {
  /** @type {Part} */
  const part = { unit: [], database: [], scripts: [], journeys: [] };
  for (const [path, text] of texts) {
    const run = runs.find(([, pattern]) => pattern.test(path))?.[0];
    if (run && holdsAll(words, `${path} ${titlesOf(text)}`)) part[run].push(path);
  }
  return part;
}

/** @param {string} text */
const titlesOf = (text) => [...text.matchAll(titles)].map(([, , title = ""]) => title).join(" ");

/**
 * @param {string[]} words
 * @param {string} text
 */
function holdsAll(words, text) {
  const read = folded(text);
  return words.every((word) => read.includes(folded(word)));
}

/** @param {string} text */
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
