import { spawnSync } from "node:child_process";
import vm from "node:vm";
import nextJest from "next/jest.js";

// Packages that exist only as ES modules load under this flag of Node, which no file of configuration can set: the run starts again with it.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- It is there under the flag alone.
if (!vm.SourceTextModule && /jest/.test(process.argv[1] ?? "")) {
  const flags = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
  const { status } = spawnSync(process.execPath, [...flags, ...process.argv.slice(1)], { stdio: "inherit" });
  process.exit(status ?? 1);
}

const withNext = nextJest({ dir: import.meta.dirname });

// Not in the temporary folder, which goes with the run.
const cacheDirectory = "<rootDir>/node_modules/.cache/jest";

const shared = {
  rootDir: import.meta.dirname,
  cacheDirectory,
  moduleNameMapper: { "^@/(.*)$": "<rootDir>/$1" },
  testPathIgnorePatterns: ["/node_modules/", "/.next/", "/e2e/", "/.data/"],
  setupFiles: ["<rootDir>/scripts/jest/settings.ts"],
  modulePathIgnorePatterns: ["<rootDir>/.next/", "<rootDir>/.data/", "<rootDir>/.build/"],
};

/** Pure tests, tests of components in a browser-like document, tests on a real Postgres. */
const projects = [
  {
    ...shared,
    displayName: "node",
    testEnvironment: "node",
    testMatch: ["**/*.test.ts"],
    testPathIgnorePatterns: [...shared.testPathIgnorePatterns, "\\.db\\.test\\.ts$"],
    globalSetup: "<rootDir>/scripts/jest/bundle-files.mjs",
  },
  {
    ...shared,
    displayName: "ui",
    testEnvironment: "jsdom",
    testMatch: ["**/*.test.tsx"],
    setupFilesAfterEnv: ["<rootDir>/scripts/jest/ui.ts"],
  },
  {
    ...shared,
    displayName: "db",
    testEnvironment: "<rootDir>/db/test/environment.mjs",
    testMatch: ["**/*.db.test.ts"],
    setupFilesAfterEnv: ["<rootDir>/scripts/jest/patience.ts"],
    globalSetup: "<rootDir>/db/test/global-setup.mjs",
  },
];

/** The scripts are plain modules of Node: nothing is transformed. */
const scripts = {
  rootDir: import.meta.dirname,
  cacheDirectory,
  displayName: "scripts",
  testEnvironment: "node",
  testMatch: ["<rootDir>/scripts/**/*.test.mjs"],
  transform: {},
  modulePathIgnorePatterns: shared.modulePathIgnorePatterns,
};

const config = async () => ({
  projects: [...(await Promise.all(projects.map((project) => withNext(project)()))), scripts],
});

export default config;
