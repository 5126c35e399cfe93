import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "./paths.mjs";

/** What the pages of docs/ say of the tree, read so that scripts/docs.test.mjs can compare. All but the first three functions are pure. */

const rooms = [
  "app",
  "bench",
  "catalogue",
  "components",
  "db",
  "docs",
  "e2e",
  "lib",
  "public",
  "scripts",
  "server",
  "worker",
];
const skipped = new Set(["node_modules", ".next", ".build", ".data", "meta"]);
const readable = /\.(tsx?|mjs|cjs|md|sql)$/;

/** Every path of the tree, folders included, « / » between its parts. */
export function listTree() {
  /** @type {(folder: string) => string[]} */
  const walk = (folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter(({ name }) => !skipped.has(name))
      .flatMap((entry) => {
        const path = posix.join(folder, entry.name);
        return entry.isDirectory() ? [path, ...walk(path)] : [path];
      });
  const here = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  return [
    ...here.map(({ name }) => name),
    ...rooms.filter((room) => existsSync(join(root, room))).flatMap((room) => [room, ...walk(room)]),
  ];
}

/** @param {string} path */
export function readText(path) {
  return readFileSync(join(root, path), "utf8");
}

/**
 * The texts among these paths: path → content.
 * @param {string[]} paths
 */
export function readTexts(paths) {
  return new Map(
    paths.filter((path) => readable.test(path)).map((path) => [path, readFileSync(join(root, path), "utf8")]),
  );
}

/**
 * F94, X33, T5, Q13 as a text quotes them; neither a sheet of service-public (« fiche F870 ») nor an instant (« T10:00 »).
 * @param {string} text
 */
export function quotedCodes(text) {
  return firstGroups(text, /(?<![\w}#&-])(?<!fiche )([FXTQ][1-9]\d{0,2})(?!\w|:\d)/g);
}

/**
 * The codes that a page defines: « - **F94** (there) Cancel one's own demande. », or « | Q13 | the trial | what must hold | ».
 * @param {string} page
 */
export function definedCodes(page) {
  const listed = [...page.matchAll(/^- \*\*([FXT]\d+)\*\* \((.*?)\) (?=[\p{Lu}«])(.*)$/gmu)];
  const rows = rowsOf(page).filter(([code = ""]) => /^Q\d+$/.test(code));
  return [
    ...listed.map(([, code = "", state = "", what = ""]) => ({ code, state, what })),
    ...rows.map(([code = "", what = "", held = ""]) => ({ code, state: held, what })),
  ];
}

/**
 * The cells of every line of every table.
 * @param {string} page
 */
function rowsOf(page) {
  const lines = page.split("\n").filter((line) => line.startsWith("|"));
  return lines.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/**
 * What a page names of the tree: `path`, `path#name`, and links that are not of the web, as paths from the root.
 * @param {string} page
 * @param {string} place
 */
export function namedPaths(page, place) {
  const text = page.replace(/^```[\s\S]*?^```/gm, "");
  const quoted = firstGroups(text, /`([^`\n]+)`/g).filter((word) => isPath(word));
  const linked = firstGroups(text, /\]\(([^)\s]+)\)/g)
    .map((target) => target.split("#", 1).join())
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target))
    .map((target) => posix.join(posix.dirname(place), target));
  return [...quoted, ...linked];
}

/**
 * A path of ours, whole: a pattern or a place to fill in (« lib/<module>/ ») names nothing.
 * @param {string} word
 */
function isPath(word) {
  if (/[\s*<>{}…,=]|\.\.\./.test(word)) return false;
  return word.includes("#") ? /^[\w./()[\]-]+\.\w+#/.test(word) : rooms.some((room) => word.startsWith(`${room}/`));
}

/**
 * Why `named` is not true of the tree; null when it is. `docs/decisions/020` may stand for the file that it begins.
 * @param {string} named
 * @param {Set<string>} paths
 * @param {Map<string, string>} texts
 * @returns {string | null}
 */
export function pathProblem(named, paths, texts) {
  const [path = "", name] = named.replace(/\/$/, "").split("#");
  const exists =
    paths.has(path) || (/^docs\/decisions\/\d{3}$/.test(path) && [...paths].some((one) => one.startsWith(`${path}-`)));
  if (!exists) {
    const alike = [...paths].filter((one) => posix.basename(one) === posix.basename(path));
    return `${path} does not exist${alike.length > 0 ? `; moved to ${alike.slice(0, 3).join(" or ")}?` : ""}`;
  }
  if (name === undefined) return null;
  return valueAt(texts.get(path) ?? "", name) === null ? `${path} has no ${name}` : null;
}

/**
 * What stands after `name` on its line, where the text gives it a value or a body; of « a.b », b after a. Null when it is not there.
 * @param {string} text
 * @param {string} name
 * @returns {string | null}
 */
export function valueAt(text, name) {
  let from = 0;
  let found = null;
  for (const part of name.split(".")) {
    const declared = new RegExp(
      `(?:function|class|type) ${part}\\b|(?<![\\w.])["']?${part}["']?(?:\\?|: [^=\\n]+?(?= =))?\\s*[:=](?![=>]|\\s*(?:number|string|boolean)\\b)`,
      "g",
    );
    declared.lastIndex = from;
    found = declared.exec(text);
    if (!found) return null;
    from = declared.lastIndex;
  }
  return text.slice(from).split("\n", 1).join().trim();
}

/**
 * Why a line of docs/numbers.md is not true; null when it is. `written`: what should stand there, alone or within a longer expression.
 * @param {{written: string, where: string}} line
 * @param {Map<string, string>} texts
 * @returns {string | null}
 */
export function numberProblem({ written, where }, texts) {
  const [path = "", name = ""] = where.split("#");
  const value = valueAt(texts.get(path) ?? "", name);
  if (value === null) return `${where}: not found`;
  const literal = written.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const isNumber = /^\d/.test(value);
  const expected = new RegExp(
    isNumber ? `^${literal}(?=\\s*(?:[,;})\\]]|as |$))` : `(?<![\\w.])${literal}(?![\\w])|(?<=\\.)${literal}(?![\\w])`,
  );
  return expected.test(value) ? null : `${where}: ${value} and not ${written}`;
}

/**
 * The lines of docs/numbers.md.
 * @param {string} page
 */
export function numbersOf(page) {
  const bare = (/** @type {string} */ cell) => cell.replace(/^`|`$/g, "");
  return rowsOf(page)
    .filter((cells) => cells.length === 5 && cells[4]?.includes("#"))
    .map(([what = "", , written = "", kind = "", where = ""]) => ({
      what,
      written: bare(written),
      kind,
      where: bare(where),
    }));
}

/**
 * Numbers of decisions that are missing without a reason, or given twice. `names`: the files; `page`: what says which were not used.
 * @param {string[]} names
 * @param {string} page
 * @returns {string[]}
 */
export function decisionProblems(names, page) {
  const numbers = names.map((name) => Number(name.slice(0, 3)));
  const unused = firstGroups(page, /^Not used: (\d{3})\b.{10,}$/gm).map(Number);
  const missing = Array.from({ length: Math.max(0, ...numbers) }, (_, at) => at + 1)
    .filter((number) => !numbers.includes(number) && !unused.includes(number))
    .map((number) => `${String(number).padStart(3, "0")} is missing, and docs/decisions/README.md does not say why`);
  const twice = numbers
    .filter((number, at) => numbers.indexOf(number) !== at)
    .map((number) => `${number} is given twice`);
  const back = unused.filter((number) => numbers.includes(number)).map((number) => `${number} is said not to be used`);
  return [...missing, ...twice, ...back];
}

/**
 * Decisions that a text points to: « docs/decisions/024 », « decision 020 ».
 * @param {string} text
 */
export function quotedDecisions(text) {
  return firstGroups(text, /(?:docs\/decisions\/|\bdecision )(\d{3})\b/g);
}

/**
 * What the first group of a pattern holds, at each place where it is found.
 * @param {string} text
 * @param {RegExp} pattern with the flag g
 */
function firstGroups(text, pattern) {
  return [...text.matchAll(pattern)].map(([, group = ""]) => group);
}

/**
 * The features (F94) that stand in the titles of a test file: of a test, of its steps, of a group of tests.
 * @param {string} text
 */
export function titledFeatures(text) {
  const titles = [...text.matchAll(/\b(?:test|it|describe)(?:\.\w+)*(?:\([^()"'`]*\))?\(\s*(["'`])(.*?)\1/gs)];
  return titles.flatMap(([, , title = ""]) => title.match(/\bF[1-9]\d{0,2}\b/g) ?? []);
}
