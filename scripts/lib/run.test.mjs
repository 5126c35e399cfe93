import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { jest } from "@jest/globals";
import { inRoot } from "./paths.mjs";
import { isAlive } from "./processes.mjs";
import { runnerOf } from "./run.mjs";

jest.setTimeout(60_000);

const library = (/** @type {string} */ name) => JSON.stringify(pathToFileURL(inRoot("scripts/lib", name)).href);
/** A run of one check, as « npm test » runs them: what it starts would live an hour. */
const run = `import { beginRun, endRun } from ${library("run.mjs")};
  import { execute } from ${library("checks.mjs")};
  beginRun(() => undefined);
  process.stdout.write("run=" + process.pid + "\\ntmp=" + (await import("node:os")).tmpdir() + "\\n");
  await execute(process.execPath, [process.env.CHECK]);
  await endRun();
  process.stdout.write("over\\n");`;
/** A check whose processes leave its group, as a portal and a Postgres do; one of them may be deaf to what asks it to end. */
const check = `import { spawn } from "node:child_process";
  const hour = "setTimeout(() => undefined, 3_600_000);";
  const deaf = "process.on('SIGTERM', () => undefined);" + hour;
  for (const [name, code] of [["left", hour], ["other", process.env.IS_DEAF ? deaf : hour]]) {
    const ready = code + "require('node:fs').appendFileSync(process.env.PIDS, '" + name + "=' + process.pid + '\\\\n')";
    spawn(process.execPath, ["-e", ready], { detached: true, stdio: ["ignore", "inherit", "inherit"] }).unref();
  }
  setTimeout(() => undefined, 3_600_000);`;

let home = "";
/** @type {import("node:child_process").ChildProcess | undefined} */
let npm;
/** @type {number[]} */
let begun = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "parvis-run-"));
  const scripts = { test: "node run.mjs", shell: "node run.mjs; true" };
  writeFileSync(join(home, "package.json"), JSON.stringify({ name: "tiny", private: true, scripts }));
  writeFileSync(join(home, "run.mjs"), run);
  writeFileSync(join(home, "check.mjs"), check);
  writeFileSync(join(home, "pids"), "");
});

afterEach(() => {
  for (const pid of [npm?.pid, ...begun])
    try {
      if (pid) process.kill(pid, "SIGKILL");
    } catch {
      // Gone, as it should be.
    }
  rmSync(home, { recursive: true, force: true });
});

/**
 * @param {string} script
 * @param {boolean} isDeaf
 * @param {Record<string, string>} settings
 */
async function launch(script, isDeaf = false, settings = {}) {
  const env = {
    ...process.env,
    ...settings,
    IS_DEAF: isDeaf ? "1" : "",
    CHECK: join(home, "check.mjs"),
    PIDS: join(home, "pids"),
  };
  const child = spawn("npm", ["run", script], { cwd: home, env, detached: true, stdio: ["ignore", "pipe", "inherit"] });
  npm = child;
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (/** @type {string} */ text) => (output += text));
  const numbers = () => {
    const text = output + readFileSync(join(home, "pids"), "utf8");
    return ["run", "left", "other"].map((name) => Number(new RegExp(`${name}=(\\d+)\\n`).exec(text)?.[1]));
  };
  for (let tries = 0; tries < 600 && numbers().some(Number.isNaN); tries += 1) await sleep(50);
  begun = numbers();
  expect(begun.every(isAlive)).toBe(true);
  return { npm: Number(child.pid), run: begun[0] ?? 0, tmp: /tmp=(.*)\n/.exec(output)?.[1] ?? "" };
}

async function areOver() {
  for (let tries = 0; tries < 800 && begun.some(isAlive); tries += 1) await sleep(50);
  return !begun.some(isAlive);
}

describe("a run leaves nothing alive, whatever left its group", () => {
  it.each(["test", "shell"])("when SIGTERM is sent to npm alone (%s)", async (script) => {
    process.kill((await launch(script)).npm, "SIGTERM");
    expect(await areOver()).toBe(true);
  });

  it.each(/** @type {const} */ (["SIGTERM", "SIGHUP"]))("when %s is sent to itself", async (signal) => {
    process.kill((await launch("test")).run, signal);
    expect(await areOver()).toBe(true);
  });

  it("nor what does not listen", async () => {
    process.kill((await launch("test", true)).run, "SIGTERM");
    expect(await areOver()).toBe(true);
  });

  it("when it is killed outright, and can stop nothing itself", async () => {
    process.kill((await launch("test", true)).run, "SIGKILL");
    expect(await areOver()).toBe(true);
  });

  it("when Ctrl-C is pressed, which every process of the terminal hears", async () => {
    process.kill(-(await launch("test")).npm, "SIGINT");
    expect(await areOver()).toBe(true);
  });
});

describe("the temporary folder of a run", () => {
  const isGone = async (/** @type {string} */ path) => {
    for (let tries = 0; tries < 800 && existsSync(path); tries += 1) await sleep(50);
    return !existsSync(path);
  };

  it.each(/** @type {const} */ (["SIGTERM", "SIGKILL"]))("goes with it when it ends by %s", async (signal) => {
    const { run, tmp } = await launch("test", false, { PARVIS_RUN: "", TMPDIR: home });
    expect(tmp.startsWith(join(home, `parvis-run-${run}-`))).toBe(true);
    expect(existsSync(tmp)).toBe(true);
    process.kill(run, signal);
    expect(await areOver()).toBe(true);
    expect(await isGone(tmp)).toBe(true);
  });

  it("is erased by the next, where nothing could do it; that of a run that lives is left", async () => {
    const [left, living] = [join(home, `parvis-run-${deadPid()}-abc`), join(home, `parvis-run-${process.pid}-abc`)];
    for (const folder of [left, living]) mkdirSync(join(folder, "inside"), { recursive: true });
    const { run } = await launch("test", false, { PARVIS_RUN: "", TMPDIR: home });
    expect(await isGone(left)).toBe(true);
    process.kill(run, "SIGTERM");
    expect(await areOver()).toBe(true);
    expect(existsSync(living)).toBe(true);
  });
});

/** The number of a process that has ended. */
function deadPid() {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

describe("who began a portal", () => {
  it.each([
    [{}, null],
    [{ PARVIS_RUN: "12-abc" }, 12],
    [{ PARVIS_RUN: "12-abc/34-def" }, 34],
    [{ PARVIS_RUN: "nobody" }, null],
  ])("is read of %j", (env, expected) => {
    expect(runnerOf(env)).toBe(expected);
  });
});
