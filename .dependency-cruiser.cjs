/**
 * Modules of lib, from left to right: each may import only those before it. `calendars` and `partners` have their place before they have
 * a folder; `calendars` stands left of `demandes`, whose moves take and free its slots in their own transaction (decision 042).
 * `content` and `audit` import none, but they post letters.
 */
const order = [
  "letters",
  "files",
  "organisation",
  "staff",
  "accounts",
  "relations",
  "wallet",
  "demarches",
  "calendars",
  "notifications",
  "demandes",
  "messages",
  "exports",
  "partners",
  "departure",
];
const alone = ["content", "audit"];
const tests = "\\.test\\.tsx?$";

const later = order.map((name, rank) => ({
  name: `order-${name}`,
  comment: `${name} may import only what stands to its left: ${order.slice(0, rank).join(", ") || "no module"}.`,
  severity: "error",
  from: { path: `^lib/${name}/`, pathNot: tests },
  to: { path: `^lib/(${[...order.slice(rank + 1), ...alone].join("|")})/` },
}));

const isolated = alone.map((name) => ({
  name: `alone-${name}`,
  comment: `${name} imports no module but letters.`,
  severity: "error",
  from: { path: `^lib/${name}/`, pathNot: tests },
  to: { path: `^lib/(${[...order.slice(1), ...alone.filter((other) => other !== name)].join("|")})/` },
}));

module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      comment: "Two files never need each other.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolved",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-dev-package",
      comment: "The portal runs without its development packages.",
      severity: "error",
      from: {
        path: "^(app|components|lib|db|worker)/",
        pathNot: `${tests}|^db/test/|/(contract|franceconnect-stand-in)\\.ts$`,
      },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "parsed-apart",
      comment:
        "What parses a stranger's bytes runs in a process of its own (decision 020): the portal never imports it.",
      severity: "error",
      from: {
        path: "^(app|components|lib|db|worker|server)/|^(proxy|instrumentation)",
        pathNot: `^lib/files/parsing/|^worker/files\\.ts$|^db/test/|${tests}`,
      },
      to: { path: "^lib/files/parsing/" },
    },
    {
      name: "parsers-apart",
      comment: "Packages that parse files are for lib/files/parsing; the seed draws its own samples.",
      severity: "error",
      from: {
        path: "^(app|components|lib|db|worker|server)/|^(proxy|instrumentation)",
        pathNot: `^lib/files/parsing/|^worker/seed/|^db/test/|${tests}`,
      },
      to: { path: "node_modules/(sharp|file-type|@cantoo/pdf-lib)/" },
    },
    {
      name: "personal-owned",
      comment:
        "Who lets people go, or copies their data, knows no table of another module but who the people and their demandes are: each module says it in its personal.ts (decision 040).",
      severity: "error",
      from: { path: "^lib/(departure|exports)/", pathNot: `${tests}|/testing/` },
      to: { path: "^db/schema/(messages|notifications|organisation|relations|staff|wallet)\\.ts$" },
    },
    ...later,
    ...isolated,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next|\\.build|\\.data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
