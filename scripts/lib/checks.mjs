import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter } from "node:path";
import { inRoot, root } from "./paths.mjs";
import { stopGroup } from "./processes.mjs";
import { stopSignals } from "./run.mjs";
import { bold, green, red } from "./say.mjs";

const bin = (/** @type {string} */ name) => inRoot("node_modules", ".bin", name);
const reports = inRoot("test-results");

/**
 * One check: what it is called, and how it is run.
 * @typedef {{passed: number, failed: number}} Figures
 * @typedef {{label: string, run: () => Promise<Figures & {output: string}>}} Check
 */

/** What never ends is stopped: the longest check takes six minutes on two cores, and five times that when they are shared. */
const longest = 30;

/**
 * Runs a command to its end, which must come within `minutes`; its output is shown only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<{status: number, output: string}>}
 */
export function execute(command, args, env = {}, minutes = longest) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        PATH: `${inRoot("node_modules", ".bin")}${delimiter}${process.env.PATH}`,
        FORCE_COLOR: "0",
        NEXT_TELEMETRY_DISABLED: "1",
        ...env,
      },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => (output += text));
    const stop = async (/** @type {string} */ why) => {
      output += why;
      if (child.pid) await stopGroup(child.pid, { patience: 2_000 });
      // Something that left the group may hold its output open: nobody waits for it.
      end({ status: 1, output });
    };
    const timer = setTimeout(() => void stop(`\nArrêté au bout de ${minutes} minutes.`), minutes * 60_000);
    const interrupted = () => void stop("\nInterrompu.");
    for (const signal of stopSignals) process.on(signal, interrupted);
    const end = (/** @type {{status: number, output: string}} */ result) => {
      clearTimeout(timer);
      for (const signal of stopSignals) process.off(signal, interrupted);
      resolve(result);
    };
    child.once("error", (error) => end({ status: 1, output: error.message }));
    child.once("close", (code) => end({ status: code ?? 1, output }));
  });
}

/** @type {(label: string, name: string, args: string[]) => Check} */
const tool = (label, name, args) => ({
  label,
  run: async () => {
    const { status, output } = await execute(bin(name), args);
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, output };
  },
});

/**
 * Tests under jest: counted one by one; a file that does not even load counts as one failure.
 * @type {(label: string, name: string, projects: string[], args?: string[]) => Check}
 */
const jest = (label, name, projects, args = []) => ({
  label,
  run: async () => {
    mkdirSync(reports, { recursive: true });
    const report = `${reports}/${name}.json`;
    rmSync(report, { force: true });
    const options = ["--selectProjects", ...projects, "--json", `--outputFile=${report}`, "--silent", ...args];
    const { status, output } = await execute(bin("jest"), options);
    return counted(status, output, () => {
      /** @type {{numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number}} */
      const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, "utf8"));
      return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
    });
  },
});

/**
 * A run that failed without a failed test still counts as one failure.
 * @param {number} status
 * @param {string} output
 * @param {() => Figures} read
 */
export function counted(status, output, read) {
  let figures;
  try {
    figures = read();
  } catch {
    figures = { passed: 0, failed: 0 };
  }
  if (status !== 0 && figures.failed === 0) figures.failed = 1;
  return { ...figures, output };
}

/** The types of the routes, which both the compiler and the typed rules of the linter read: made before either starts. */
export const routeTypes = tool("types des routes", "next", ["typegen"]);

const types = tool("types", "tsc", ["--noEmit", "--incremental", "false"]);

const rooms = ["app", "catalogue", "components", "lib", "db", "server", "worker", "proxy.ts"];

/** @param {boolean} isFast */
export const lint = (isFast) =>
  tool("lint et pièces de la maison", "eslint", [
    ".",
    "--max-warnings=0",
    ...(isFast ? ["--cache", "--cache-location", ".build/eslint"] : []),
  ]);
export const quick = [
  tool("mise en forme", "prettier", ["--check", "--log-level=warn", "."]),
  types,
  tool("ordre des modules et cycles", "depcruise", [...rooms, "--output-type", "err"]),
  tool("code mort", "knip", ["--no-progress"]),
];

/**
 * The tests under jest: all, or these files.
 * @param {string[]} files
 */
export const unit = (files = []) => jest("tests unitaires", "unit", ["node", "ui"], files.map(literally));
/**
 * Their databases are dropped with what still asked of them: what a test that failed left running must not hold the run to its end.
 * @param {string[]} files
 */
export const databaseTests = (files = []) =>
  jest("tests sur Postgres", "db", ["db"], ["--forceExit", ...files.map(literally)]);
/** @param {string[]} files */
export const scriptTests = (files = []) =>
  jest("tests des commandes", "scripts", ["scripts"], ["--runInBand", ...files.map(literally)]);

/**
 * A path as a pattern that says itself: folders of pages are named « (public) », « [id] ».
 * @param {string} path
 */
export const literally = (path) => path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * Runs one check, tells how it went, and shows what a failure printed.
 * @param {Check} check
 */
export async function runCheck({ label, run }) {
  const begun = Date.now();
  const { passed, failed, output } = await run();
  const seconds = (Date.now() - begun) / 1000;
  const mark = failed === 0 ? green("✓") : red("✗");
  process.stdout.write(`${mark} ${label} (${seconds.toFixed(0)} s)\n`);
  if (failed > 0) process.stdout.write(`${output.trimEnd().split("\n").slice(-200).join("\n")}\n\n`);
  return { label, passed, failed, seconds };
}

/**
 * The table, and the one plain last line.
 * @param {(Figures & {label: string, seconds: number})[]} results
 * @returns {boolean} whether nothing failed
 */
export function summarise(results) {
  const width = Math.max(...results.map(({ label }) => label.length));
  const rows = results.map(
    ({ label, passed, failed, seconds }) =>
      `${label.padEnd(width)}  ${String(passed).padStart(6)} ${String(failed).padStart(6)} ${seconds.toFixed(0).padStart(6)} s`,
  );
  const head = `${"".padEnd(width)}  passed failed  durée`;
  const sum = (/** @type {"passed" | "failed"} */ key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`\n${[bold(head), ...rows].join("\n")}\n\n${sum("passed")} passed, ${sum("failed")} failed\n`);
  return sum("failed") === 0;
}
