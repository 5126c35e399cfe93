import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir, inData, root } from "./paths.mjs";
import { environmentOf, membersOfGroup, stopGroup } from "./processes.mjs";
import { say } from "./say.mjs";

const folder = () => inData("run");
const longest = 30_000;

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

function readPidFiles() {
  mkdirSync(folder(), { recursive: true });
  return readdirSync(folder()).flatMap((name) => {
    const file = join(folder(), name);
    try {
      return [{ file, ...JSON.parse(readFileSync(file, "utf8")) }];
    } catch {
      rmSync(file, { force: true });
      return [];
    }
  });
}

/**
 * Keeps one process running: started again after a death, sooner the longer it had lived. Each runs in its own group, so that Ctrl-C
 * reaches only us and we stop them in order.
 */
export class Supervised {
  #child = null;
  #failures = 0;
  #timer = null;
  #isStopping = false;
  #restarting = null;

  constructor({ name, label, command, args, env }) {
    Object.assign(this, { name, label, command, args, env });
  }

  start() {
    if (this.#isRunning) return;
    const begun = Date.now();
    this.#child = spawn(this.command, this.args, {
      cwd: root,
      env: this.env,
      detached: true,
      stdio: ["ignore", "inherit", "inherit"],
    });
    const child = this.#child;
    child.once("error", (error) => say(`${this.label} ne se lance pas : ${error.message}`));
    child.once("exit", (code, signal) => child === this.#child && this.#onExit(Date.now() - begun, signal ?? code));
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    if (this.#child.pid) writeFileSync(this.#file, JSON.stringify({ pid: this.#child.pid }));
  }

  get #isRunning() {
    return this.#child?.pid !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** How many times in a row it died young. */
  get failures() {
    return this.#failures;
  }

  #onExit(lived, reason) {
    if (this.#isStopping) return;
    this.#failures = lived > 60_000 ? 1 : this.#failures + 1;
    const wait = Math.min(longest, 250 * 2 ** this.#failures);
    say(`${this.label} s’est arrêté (${reason}) ; nouveau départ dans ${(wait / 1000).toFixed(1)} s.`);
    const left = this.#child.pid;
    this.#timer = setTimeout(async () => {
      await stopGroup(left, { patience: 1_000 });
      if (!this.#isStopping) this.start();
    }, wait);
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
    return join(folder(), `${this.name}.json`);
  }
}
