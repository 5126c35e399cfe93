import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { watchLauncher } from "./launcher.mjs";
import { inRoot } from "./paths.mjs";
import { allProcesses, commandLine, environmentOf, isAlive } from "./processes.mjs";

/**
 * A run of checks or of measures: everything that it begins carries its mark in its environment, down to a portal or a Postgres that
 * left its group and its parent, so that the run finds all of it at its end, whatever ended it. What it writes for the time of a
 * test goes in one temporary folder, which bears its number.
 */
const mark = "PARVIS_RUN";
/** What asks a run to end. */
export const stopSignals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Begins the run of this process, once. `onStop` is called each time it is asked to end: by a signal, or by the death of the npm
 * that started it, which tells nobody.
 * @param {() => void} onStop
 */
export function beginRun(onStop) {
  const within = process.env[mark];
  const run = [...(within ? [within] : []), `${process.pid}-${Date.now().toString(36)}`].join("/");
  const folder = within ? "" : newFolder();
  startGuard(run, folder);
  process.env[mark] = run;
  if (folder) process.env.TMPDIR = folder;
  for (const signal of stopSignals) process.on(signal, onStop);
  // Said as a signal, so that whatever listens to signals hears of it too.
  watchLauncher(() => process.kill(process.pid, "SIGTERM"));
}

/** Short: the path of a socket may not be long. Where root runs the tests, its Postgres runs as somebody else, who must pass through. */
function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), `parvis-run-${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
}

/**
 * The number of the process whose run has this temporary folder; null for any other folder.
 * @param {string} name
 */
export function pidOfFolder(name) {
  const number = /^parvis-run-(\d+)-/.exec(name)?.[1];
  return number ? Number(number) : null;
}

/**
 * What stops the run when it can no longer do so: it sees its input closed. It does not carry the mark, or it would stop itself.
 * @param {string} run
 * @param {string} folder
 */
function startGuard(run, folder) {
  const { PATH, TMPDIR } = process.env;
  /** @type {NodeJS.ProcessEnv} */
  const env = { NODE_ENV: "production", PATH, ...(TMPDIR ? { TMPDIR } : {}) };
  const program = inRoot("scripts", "run-guard.mjs");
  const guard = spawn(process.execPath, [program, run, folder], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    env,
  });
  guard.on("error", () => undefined);
  guard.unref();
  // Held open, and not waited for.
  /** @type {import("node:net").Socket} */ (guard.stdin).unref();
}

/** Stops what this run began and still lives. Finds nothing where there is no /proc: there each check stops its own group. */
export async function endRun() {
  const run = process.env[mark];
  if (run) await stopRun(run);
}

/** @param {string} run */
export async function stopRun(run) {
  await stopWhere((setting) => setting === `${mark}=${run}` || setting.startsWith(`${mark}=${run}/`));
}

/**
 * The number of the process whose run began this one, or null.
 * @param {Record<string, string | undefined>} env
 */
export function runnerOf(env) {
  const number = Number(env[mark]?.split("/").at(-1)?.split("-")[0]);
  return number > 0 ? number : null;
}

/**
 * The kinds of processes, in the order in which they stop: a portal stops its own in order and its database last; a Postgres that
 * is left goes after whoever may still ask it something.
 * @type {{is: (line: string) => boolean, signal: NodeJS.Signals, patience: number}[]}
 */
const kinds = [
  { is: (line) => /\bscripts\/start\.mjs\b/.test(line), signal: "SIGTERM", patience: 30_000 },
  { is: (line) => !isPostgres(line), signal: "SIGTERM", patience: 3_000 },
  { is: isPostgres, signal: "SIGINT", patience: 20_000 },
];

/** @param {string} line */
function isPostgres(line) {
  return /\bbin\/postgres -D /.test(line);
}

/**
 * Stops every process one of whose settings answers to `isWanted`, except this one.
 * @param {(setting: string) => boolean} isWanted
 */
export async function stopWhere(isWanted) {
  const isFound = (/** @type {number} */ pid) => pid !== process.pid && environmentOf(pid).some(isWanted);
  for (const { is, signal, patience } of kinds) {
    const found = allProcesses().filter((pid) => isFound(pid) && is(commandLine(pid) ?? ""));
    await stopEach(found, signal, patience);
    await stopEach(found.filter(isFound), "SIGKILL", 2_000);
  }
}

/**
 * @param {number[]} pids
 * @param {NodeJS.Signals} signal
 * @param {number} patience in milliseconds
 */
async function stopEach(pids, signal, patience) {
  for (const pid of pids)
    try {
      process.kill(pid, signal);
    } catch {
      // Gone by itself.
    }
  for (const end = Date.now() + patience; Date.now() < end && pids.some(isAlive);) await sleep(50);
}
