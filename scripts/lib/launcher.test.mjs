import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { jest } from "@jest/globals";
import { launchersOf } from "./launcher.mjs";
import { inRoot } from "./paths.mjs";
import { isAlive } from "./processes.mjs";

jest.setTimeout(60_000);

describe("whom a start watches", () => {
  const ours = { npm_lifecycle_script: "node scripts/start.mjs" };
  const program = "/srv/parvis/scripts/start.mjs";
  /** @param {string | null} line */
  const seen = (line) => ({ lineOf: () => line, above: () => 70 });

  it("is npm alone, where it started us itself", () => {
    expect(launchersOf(ours, 7, program, seen("npm start"))).toEqual([7]);
  });

  it.each(["node scripts/start.mjs --dev", "NODE_ENV=test node scripts/start.mjs; true"])(
    "is npm too for %s",
    (script) => {
      expect(launchersOf({ npm_lifecycle_script: script }, 7, program, seen("npm start"))).toEqual([7]);
    },
  );

  it("is also npm above the shell that it started", () => {
    expect(launchersOf(ours, 7, program, seen("sh -c node scripts/start.mjs"))).toEqual([7, 70]);
  });

  it("is its parent alone where nothing can be read of it", () => {
    expect(launchersOf(ours, 7, program, seen(null))).toEqual([7]);
  });

  it.each([
    ["node alone started it, whose shell may leave", {}],
    ["another script of npm started what started it", { npm_lifecycle_script: "node scripts/check.mjs" }],
    ["a script whose name only begins like its own runs", { npm_lifecycle_script: "node scripts/start.mjs.old" }],
  ])("is nobody when %s", (_, env) => {
    expect(launchersOf(env, 7, program, seen("bash"))).toEqual([]);
  });
});

describe("what npm started", () => {
  let home = "";
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let npm;
  let started = 0;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "parvis-npm-"));
    // It prints its number, and would live an hour. « ; true » keeps a shell between npm and it, whatever the shell.
    writeFileSync(
      join(home, "start.mjs"),
      `import { watchLauncher } from ${JSON.stringify(pathToFileURL(inRoot("scripts/lib/launcher.mjs")).href)};
       watchLauncher(() => process.exit(0), { every: 50 });
       setTimeout(() => undefined, 3_600_000);
       process.stdout.write("started " + process.pid + "\\n");`,
    );
  });

  afterEach(() => {
    for (const pid of [npm?.pid, started])
      try {
        if (pid) process.kill(pid, "SIGKILL");
      } catch {
        // Gone, as it should be.
      }
    rmSync(home, { recursive: true, force: true });
  });

  /** @param {string} script */
  async function launch(script) {
    writeFileSync(
      join(home, "package.json"),
      JSON.stringify({ name: "tiny", private: true, scripts: { start: script } }),
    );
    const child = spawn("npm", ["start"], { cwd: home, stdio: ["ignore", "pipe", "inherit"] });
    npm = child;
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (/** @type {string} */ text) => (output += text));
    for (let tries = 0; tries < 600 && !/started \d+/.test(output); tries += 1) await sleep(50);
    started = Number(/started (\d+)/.exec(output)?.[1]);
    expect(isAlive(started)).toBe(true);
    return Number(child.pid);
  }

  async function isOver() {
    for (let tries = 0; tries < 400 && isAlive(started); tries += 1) await sleep(50);
    return !isAlive(started);
  }

  it.each([
    ["SIGTERM", "node start.mjs"],
    ["SIGTERM", "node start.mjs; true"],
    ["SIGKILL", "node start.mjs"],
    ["SIGKILL", "node start.mjs; true"],
  ])("ends when %s is sent to npm alone (%s)", async (signal, script) => {
    process.kill(await launch(script), signal);
    expect(await isOver()).toBe(true);
  });
});
