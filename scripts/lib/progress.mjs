import { spawn } from "node:child_process";
import { root } from "./paths.mjs";
import { Refusal, say } from "./say.mjs";

/**
 * Runs a long command and says now and then that it goes on.
 * @param {string} command
 * @param {string[]} args
 * @param {{label: string, every?: number, detail?: () => string, env?: NodeJS.ProcessEnv}} how `every` in milliseconds
 * @returns {Promise<{status: number, signal: NodeJS.Signals | null, output: string}>} what it printed, both streams together
 */
export function runLong(command, args, { label, every = 15_000, detail = () => "", env }) {
  return new Promise((resolve, reject) => {
    const begun = Date.now();
    say(`${label}…`);
    const tick = () => say(`  … ${label.toLowerCase()} : ${Math.round((Date.now() - begun) / 1000)} s${detail()}`);
    const timer = setInterval(tick, every);
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], env });
    const stopChild = () => child.kill("SIGTERM");
    process.once("SIGINT", stopChild).once("SIGTERM", stopChild);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => (output += text));
    const end = () => {
      clearInterval(timer);
      process.off("SIGINT", stopChild).off("SIGTERM", stopChild);
    };
    child.once("error", (error) => (end(), reject(error)));
    child.once("close", (code, signal) => (end(), resolve({ status: code ?? 1, signal, output })));
  });
}

/**
 * The last lines of an output, for the operator who must understand a failure.
 * @param {string} output
 */
export const tail = (output, lines = 25) => output.trimEnd().split("\n").slice(-lines).join("\n");

/**
 * Runs one of our bundles to its end; `failure` begins the sentence of what went wrong.
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 * @param {string} failure
 */
export async function runToEnd(file, env, failure) {
  const child = spawn(process.execPath, ["--enable-source-maps", file], {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (/** @type {string} */ text) => (errors += text));
  const status = await ended(child);
  if (status !== 0) throw new Refusal(`${failure} :\n${tail(errors)}`);
}

/**
 * Runs one of our bundles as a command: it says what it does by itself. Gives its exit code; a stop is passed on to it.
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export async function runCommand(file, args, env) {
  const child = spawn(process.execPath, ["--enable-source-maps", file, ...args], { cwd: root, env, stdio: "inherit" });
  const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const code = await ended(child);
  process.off("SIGINT", stop).off("SIGTERM", stop);
  return code ?? 1;
}

/**
 * The exit code of a process, once it is over; null when a signal ended it.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number | null>}
 */
function ended(child) {
  return new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
}
