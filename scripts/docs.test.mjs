import {
  decisionProblems,
  definedCodes,
  listTree,
  namedPaths,
  numberProblem,
  numbersOf,
  pathProblem,
  quotedCodes,
  quotedDecisions,
  readText,
  readTexts,
  titledFeatures,
  valueAt,
} from "./lib/docs.mjs";

const tree = listTree();
const paths = new Set(tree);
const texts = readTexts(tree);
const page = (/** @type {string} */ name) => texts.get(name) ?? "";
const guides = tree.filter((path) => path === "README.md" || /^docs\/[^/]+\.md$/.test(path));
const decisions = tree
  .filter((path) => /^docs\/decisions\/\d/.test(path))
  .map((path) => path.slice("docs/decisions/".length));
const defined = ["docs/features.md", "docs/quality.md"].flatMap((name) => definedCodes(page(name)));

/** This file and what it tests quote codes and paths that do not exist. */
const read = [...texts].filter(([path]) => !/^scripts\/(lib\/)?docs\.(test\.)?mjs$/.test(path));

describe("the pages of docs/ and the README", () => {
  it("define each code once, in order, with its state", () => {
    /** @type {(letter: string, count: number) => string[]} */
    const upTo = (letter, count) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
    const expected = [...upTo("T", 22), ...upTo("F", 140), ...upTo("X", 50), ...upTo("Q", 46)];
    expect(defined.map(({ code }) => code)).toEqual(expected);
    const wrong = defined.filter(
      ({ code, state }) => !code.startsWith("Q") && !/^(there|partly: .|to come)/.test(state),
    );
    expect(wrong).toEqual([]);
    expect(defined.filter(({ state, what }) => !state || !what)).toEqual([]);
  });

  it("define every code that the tree quotes", () => {
    const known = new Set(defined.map(({ code }) => code));
    const unknown = read.flatMap(([path, text]) =>
      quotedCodes(text)
        .filter((code) => !known.has(code))
        .map((code) => `${path}: ${code}`),
    );
    expect(unknown).toEqual([]);
    expect(new Set(read.flatMap(([, text]) => quotedCodes(text))).size).toBeGreaterThan(150);
  });

  it("say « there » of no feature that the title of no test names", () => {
    const tests = read.filter(([path]) => /\.(test|spec)\.(tsx?|mjs)$/.test(path));
    const titled = new Set(tests.flatMap(([, text]) => titledFeatures(text)));
    const promised = defined.filter(({ code, state }) => code.startsWith("F") && state.startsWith("there"));
    expect(promised.length).toBeGreaterThan(100);
    expect(promised.map(({ code }) => code).filter((code) => !titled.has(code))).toEqual([]);
  });

  it("name what exists", () => {
    const problems = guides.flatMap((guide) =>
      namedPaths(page(guide), guide)
        .map((named) => pathProblem(named, paths, texts))
        .filter((problem) => problem !== null)
        .map((problem) => `${guide}: ${problem}`),
    );
    expect(problems).toEqual([]);
    expect(guides.flatMap((guide) => namedPaths(page(guide), guide)).length).toBeGreaterThan(150);
  });

  it("give the numbers that the code has", () => {
    const numbers = numbersOf(page("docs/numbers.md"));
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.map((line) => numberProblem(line, texts)).filter((problem) => problem !== null)).toEqual([]);
    const kinds = new Set(["constant", "operator", "town", "démarche"]);
    expect(numbers.filter(({ kind }) => !kinds.has(kind))).toEqual([]);
  });

  it("explain every variable of the operator, and no other", () => {
    const example = [...readText(".env.example").matchAll(/^#([A-Z][A-Z0-9_]+)=/gm)].map(([, name = ""]) => name);
    const known = [...page("lib/kernel/env.ts").matchAll(/^ {4}([A-Z][A-Z0-9_]+): /gm)].map(([, name = ""]) => name);
    expect(known.length).toBeGreaterThan(30);
    expect(known.filter((name) => name !== "NODE_ENV" && !example.includes(name))).toEqual([]);
    const code = read.filter(([path]) => /\.(ts|mjs)$/.test(path)).map(([, text]) => text);
    expect(example.filter((name) => !code.some((text) => text.includes(name)))).toEqual([]);
  });

  it("are reached from the README", () => {
    const linked = new Set(guides.flatMap((guide) => namedPaths(page(guide), guide)));
    expect(guides.filter((guide) => guide !== "README.md" && !linked.has(guide))).toEqual([]);
  });
});

describe("the decisions", () => {
  it("are numbered without a gap that nobody explains", () => {
    expect(decisionProblems(decisions, page("docs/decisions/README.md"))).toEqual([]);
  });

  it("are headed by their number", () => {
    const isHeaded = (/** @type {string} */ name) =>
      new RegExp(`^# ${name.slice(0, 3)} [—–] \\S`).test(page(`docs/decisions/${name}`));
    const wrong = decisions.filter((name) => !isHeaded(name));
    expect(wrong).toEqual([]);
  });

  it("exist where the tree points to them", () => {
    const known = new Set(decisions.map((name) => name.slice(0, 3)));
    const unknown = read.flatMap(([path, text]) =>
      quotedDecisions(text)
        .filter((number) => !known.has(number))
        .map((number) => `${path}: ${number}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe("this check can fail", () => {
  it("sees the features of titles, and of nothing else", () => {
    const text =
      'test("F12 F94: it", async () => { await test.step(`F7: so`, go); });\n// F3\nit.each([1])("F21 %s", (n) => f("F9"));';
    expect(titledFeatures(text)).toEqual(["F12", "F94", "F7", "F21"]);
  });

  const sample = new Map([
    ["lib/a/rules.ts", "/** Minutes. */\nconst idle = 30;\nexport const most = { hour: 5, day: 20 } as const;\n"],
  ]);
  const places = new Set(["lib", "lib/a", "lib/a/rules.ts", "docs/decisions/020-files-apart.md"]);

  it("sees the codes of a text, and nothing else", () => {
    expect(quotedCodes("F94, X33: T5 (Q13). fiche F870, 2026-01-01T10:00:00Z, `${day}T10:00`, #F00, F5")).toEqual([
      "F94",
      "X33",
      "T5",
      "Q13",
      "F5",
    ]);
    expect(
      definedCodes("- **F1** (partly: no list (T5)) One.\n- **F2** Two.\n| Q1 | A fault. | What holds. |\n| – | | |\n"),
    ).toEqual([
      { code: "F1", state: "partly: no list (T5)", what: "One." },
      { code: "Q1", state: "What holds.", what: "A fault." },
    ]);
  });

  it("sees a path that is not there, and where it may have gone", () => {
    const named = namedPaths(
      "`lib/a/rules.ts`, `lib/*/x.ts`, `npm test`, [a](a.md)\n```\n`lib/no.ts`\n```\n",
      "docs/b.md",
    );
    expect(named).toEqual(["lib/a/rules.ts", "docs/a.md"]);
    expect(pathProblem("lib/a/rules.ts", places, sample)).toBeNull();
    expect(pathProblem("lib/a/", places, sample)).toBeNull();
    expect(pathProblem("docs/decisions/020", places, sample)).toBeNull();
    expect(pathProblem("docs/decisions/021", places, sample)).toMatch("does not exist");
    expect(pathProblem("lib/b/rules.ts", places, sample)).toBe(
      "lib/b/rules.ts does not exist; moved to lib/a/rules.ts?",
    );
  });

  it("sees a name that is not there", () => {
    expect(pathProblem("lib/a/rules.ts#most.day", places, sample)).toBeNull();
    expect(pathProblem("lib/a/rules.ts#most.week", places, sample)).toBe("lib/a/rules.ts has no most.week");
    expect(valueAt("export function move(tx: Tx) {", "move")).toBe("(tx: Tx) {");
    expect(valueAt('const states: Record<State, string> = { draft: "Brouillon" };', "states")).toBe(
      '{ draft: "Brouillon" };',
    );
    expect(valueAt("// idle, or most.hour", "idle")).toBeNull();
  });

  it("sees a number that changed", () => {
    /** @type {(written: string, name: string) => {written: string, where: string}} */
    const line = (written, name) => ({ written, where: `lib/a/rules.ts#${name}` });
    expect(numberProblem(line("30", "idle"), sample)).toBeNull();
    expect(numberProblem(line("3", "idle"), sample)).toBe("lib/a/rules.ts#idle: 30; and not 3");
    expect(numberProblem(line("20", "most.hour"), sample)).toMatch("and not 20");
    expect(numberProblem(line("20", "most.day"), sample)).toBeNull();
    expect(numberProblem(line("7", "never"), sample)).toMatch("not found");
  });

  it("sees a decision that is missing, given twice, or said not to be", () => {
    const names = ["001-a.md", "003-b.md", "003-c.md"];
    expect(decisionProblems(names, "")).toHaveLength(2);
    expect(decisionProblems(names.slice(0, 2), "Not used: 002 (reserved, never written).")).toEqual([]);
    expect(decisionProblems(["001-a.md"], "Not used: 001 (reserved, never written).")).toHaveLength(1);
    expect(quotedDecisions("see docs/decisions/024, or decision 020")).toEqual(["024", "020"]);
  });
});
