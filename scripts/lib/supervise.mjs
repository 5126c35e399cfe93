import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir, inData, root } from "./paths.mjs";
import { environmentOf, membersOfGroup, stopGroup } from "./processes.mjs";
import { restartPlan } from "./restart-policy.mjs";
import { say } from "./say.mjs";

const folder = () => inData("run");

/** Stops what an earlier start left behind when it was killed, and only that: a number may be somebody else's by now, so each
 * process must have been started for this data folder. */
export async function stopOrphans() {
  for (const { file, pid } of readPidFiles()) {
    const isOurs = [pid, ...membersOfGroup(pid)].some((member) =>
      environmentOf(member).includes(`PARVIS_DATA_DIR=${dataDir()}`),
    );
    if (isOurs) {
      say("Arrêt d’un processus resté d’un démarrage précédent…");
      await stopGroup(pid);
    }
    rmSync(file, { force: true });
  }
}

/** @returns {{file: string, pid: number}[]} */
function readPidFiles() {
  mkdirSync(folder(), { recursive: true });
  return readdirSync(folder()).flatMap((name) => {
    const file = join(folder(), name);
    try {
      /** @type {{pid: number}} */
      const { pid } = JSON.parse(readFileSync(file, "utf8"));
      return [{ file, pid }];
    } catch {
      rmSync(file, { force: true });
      return [];
    }
  });
}

/**
 * Keeps one process running: started again after a death (restart-policy.mjs says when). Each runs in its own group, so that Ctrl-C
 * reaches only us and we stop them in order.
 */
export class Supervised {
  /** @type {import("node:child_process").ChildProcess | null} */
  #child = null;
  #failures = 0;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  #isStopping = false;
  /** @type {Promise<void> | null} */
  #restarting = null;
  #what;

  /** @param {{name: string, label: string, command: string, args: string[], env: NodeJS.ProcessEnv}} what `label` is how sentences name it */
  constructor(what) {
    this.#what = what;
  }

  start() {
    if (this.#isRunning) return;
    const begun = Date.now();
    const { command, args, env } = this.#what;
    const child = spawn(command, args, { cwd: root, env, detached: true, stdio: ["ignore", "inherit", "inherit"] });
    this.#child = child;
    child.once("error", (error) => this.#onRefused(child, error));
    child.once(
      "exit",
      (code, signal) => child === this.#child && this.#onExit(child.pid, { lived: Date.now() - begun, code, signal }),
    );
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    if (child.pid) writeFileSync(this.#file, JSON.stringify({ pid: child.pid }));
  }

  get #isRunning() {
    return this.#child?.pid !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** How many times in a row it died young by itself. */
  get failures() {
    return this.#failures;
  }

  /**
   * The machine has no room for one more process: it may have some later.
   * @param {import("node:child_process").ChildProcess} child
   * @param {Error} error
   */
  #onRefused(child, error) {
    if (child.pid !== undefined || child !== this.#child) return;
    say(`${this.#what.label} ne se lance pas : ${error.message}`);
    this.#onExit(undefined, { lived: 0, code: null, signal: null });
  }

  /**
   * @param {number | undefined} left
   * @param {{lived: number, code: number | null, signal: NodeJS.Signals | null}} death
   */
  #onExit(left, { lived, code, signal }) {
    if (this.#isStopping) return;
    const { wait, failures } = restartPlan({ lived, code, signal, failures: this.#failures });
    this.#failures = failures;
    const when = wait > 0 ? `dans ${(wait / 1000).toFixed(1)} s` : "aussitôt";
    say(`${this.#what.label} s’est arrêté (${signal ?? code ?? "sans avoir démarré"}) ; nouveau départ ${when}.`);
    this.#timer = setTimeout(() => void this.#startAgain(left), wait);
  }

  /** @param {number | undefined} left the group that the last run may have left behind */
  async #startAgain(left) {
    if (left !== undefined) await stopGroup(left, { patience: 1_000 });
    if (!this.#isStopping) this.start();
  }

  /** Stops it, and does not start it again by itself. */
  async stop() {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    if (this.#child?.pid) await stopGroup(this.#child.pid);
    rmSync(this.#file, { force: true });
  }

  /** Starts afresh; several demands in a row make one start, after the last. */
  restart() {
    this.#restarting ??= (async () => {
      await this.stop();
      this.#restarting = null;
      this.#isStopping = false;
      this.start();
    })();
    return this.#restarting;
  }

  get #file() {
    return join(folder(), `${this.#what.name}.json`);
  }
}
