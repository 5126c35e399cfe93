import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { root } from "./lib/paths.mjs";
import { eraseHome } from "./lib/postgres.mjs";
import { dataOf } from "./lib/postgres-place.mjs";
import { areOver, processesOf } from "./lib/processes-of-home.mjs";

jest.setTimeout(120_000);

/** @type {{child: import("node:child_process").ChildProcess, place: string, output: () => string}[]} */
const runs = [];

/**
 * A command of npm on a folder of its own, without what comes before it: the packages are there.
 * @param {string[]} args
 */
function launch(...args) {
  const place = mkdtempSync(join(tmpdir(), "parvis-interrupted-"));
  const env = { ...process.env, DATABASE_URL: "", PARVIS_DATA_DIR: place };
  const child = spawn("npm", args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => (output += text));
  const run = { child, place, output: () => output };
  runs.push(run);
  return run;
}

/**
 * The folder whose Postgres runs, once one does.
 * @param {ReturnType<typeof launch>} run
 * @param {() => string[]} homes
 */
async function database({ child, output }, homes) {
  const runs = (/** @type {string} */ home) => existsSync(join(dataOf(home), "postmaster.pid"));
  for (let tries = 0; tries < 900 && child.exitCode === null; tries += 1) {
    const home = homes().find(runs);
    if (home) return home;
    await sleep(100);
  }
  throw new Error(`No Postgres was begun:\n${output()}`);
}

const foldersIn = (/** @type {string} */ folder) =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];

afterAll(async () => {
  for (const { child, place } of runs) {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await areOver(place);
    for (const home of [join(place, "test"), ...foldersIn(join(place, "journeys")), place]) await eraseHome(home);
  }
});

describe("a run that is stopped by a signal to npm alone stops what it began", () => {
  it("the Postgres of its tests", async () => {
    const run = launch("test", "--ignore-scripts", "--", "lib/audit/jobs.db.test.ts");
    await database(run, () => [join(run.place, "test")]);
    run.child.kill("SIGTERM");
    expect(await areOver(run.place)).toBe(true);
  });

  it("the portal of its journeys and its Postgres, and erases their folder", async () => {
    const run = launch("run", "journeys", "--ignore-scripts", "--", "e2e/citizen/on-paper.spec.ts");
    const home = await database(run, () => foldersIn(join(run.place, "journeys")));
    expect(processesOf(home).join("\n")).toContain("scripts/start.mjs");
    run.child.kill("SIGTERM");
    expect(await areOver(run.place)).toBe(true);
    expect(foldersIn(join(run.place, "journeys"))).toEqual([]);
  });
});
