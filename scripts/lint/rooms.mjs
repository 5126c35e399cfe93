/**
 * The rooms of the house and who may import whom: the table of the README, for eslint-plugin-boundaries.
 * @param {string} type
 * @param {string} pattern
 * @param {string[]} [capture]
 */
const room = (type, pattern, capture) => ({ type, pattern, partialMatch: false, ...(capture && { capture }) });

/** The first that matches a path is its room. */
const elements = [
  room("vocabulary", "lib/vocabulary"),
  room("shared", "lib/shared"),
  room("kernel", "lib/kernel"),
  room("port", "lib/ports/*", ["port"]),
  room("web", "lib/web"),
  room("ground", "lib/proofs"),
  room("ground", "lib/upkeep"),
  room("ground", "lib/places"),
  room("module", "lib/*", ["module"]),
  room("db", "db"),
  room("ui", "components/ui"),
  room("component", "components/*", ["component"]),
  room("app", "app"),
  room("catalogue", "catalogue"),
  room("worker", "worker"),
  room("server", "server"),
];

/** @param {string} name */
const inModule = (name) => [`lib/*/${name}.ts`, `lib/*/${name}/**/*.ts`];

/** What a file of a module is, by its name. */
const files = [
  { category: "test", pattern: ["**/*.test.ts", "**/*.test.tsx"] },
  {
    category: "pure",
    pattern: ["schema", "types", "status", "form", "visibility", "sections", "answers", "summary", "rules"].flatMap(
      inModule,
    ),
  },
  { category: "command", pattern: inModule("commands") },
  { category: "query", pattern: inModule("queries") },
  { category: "job", pattern: inModule("jobs") },
  // The embedded mailbox is read by its page.
  { category: "door", pattern: ["lib/ports/*/index.ts", "lib/ports/mail/kept-letters.ts"] },
  { category: "due", pattern: "worker/run-due.ts" },
  // Backups and the integrity check open what is sealed.
  { category: "seal", pattern: "lib/files/storing/sealed-file.ts" },
  { category: "reader", pattern: "lib/files/parsing/main.ts" },
];

/** @param {...string} types */
const element = (...types) => ({ element: { types: { anyOf: types } } });
/** @param {...string} categories */
const part = (...categories) => ({ element: { type: "module" }, file: { categories: { anyOf: categories } } });
/**
 * @param {string} type
 * @param {string} name
 */
const own = (type, name) => ({ element: { type, captured: { [name]: `{{ from.element.captured.${name} }}` } } });
const demarchesPure = {
  element: { type: "module", captured: { module: "demarches" } },
  file: { categories: { anyOf: ["pure"] } },
};
const words = element("vocabulary", "shared");
const door = { element: { type: "port" }, file: { categories: { anyOf: ["door"] } } };

/**
 * @param {string} type
 * @param {...object} to
 */
const may = (type, ...to) => ({ from: { element: { type } }, allow: to.map((target) => ({ to: target })) });

const policies = [
  may("app", words, part("command", "query", "pure"), element("web", "ui", "component", "app", "catalogue")),
  // A host without a worker: its cron calls /api/jobs, which runs what is due.
  { from: { element: { type: "app" } }, allow: { to: { file: { categories: "due" } } } },
  may("component", words, part("pure"), element("ui"), own("component", "component")),
  may("ui", element("shared", "ui")),
  may("web", words, element("kernel", "ground", "web"), part("command", "query", "job", "pure"), door),
  may(
    "worker",
    words,
    element("kernel", "ground", "worker", "catalogue"),
    part("command", "query", "job", "pure", "reader", "seal"),
    door,
  ),
  // Data: what a démarche is made of, and nothing that reads or writes.
  may("catalogue", element("catalogue"), demarchesPure),
  may("server", words, element("kernel", "web", "server")),
  may("module", words, element("db", "kernel", "ground", "module"), door),
  // An embedded driver keeps a table of its own.
  may("port", element("shared", "db", "kernel", "ground"), own("port", "port")),
  may("ground", words, element("db", "kernel", "ground")),
  may("kernel", words, element("db", "kernel")),
  may("db", words, element("db")),
  may("vocabulary", element("vocabulary")),
  may("shared", element("shared")),
  { from: { file: { categories: "test" } }, allow: { to: { element: { type: "*" } } } },
];

/**
 * The block of eslint.config.mjs that keeps the rooms.
 * @satisfies {import("eslint").Linter.Config<import("eslint").Linter.RulesRecord>}
 */
export const rooms = {
  settings: {
    "import/resolver": { typescript: { project: "tsconfig.json" } },
    "boundaries/elements": elements,
    "boundaries/files": files,
    "boundaries/ignore": ["**/*.css", "db/test/**"],
  },
  rules: {
    "boundaries/dependencies": ["error", { default: "disallow", policies }],
    "boundaries/no-unknown-files": "error",
    "boundaries/no-unknown-dependencies": "error",
  },
};
