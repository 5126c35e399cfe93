import { basename } from "node:path";
import { commandLine, isAlive, parentOf } from "./processes.mjs";

/**
 * Calls `onGone` once when the npm that started this process is gone. A signal sent to npm's own number ends npm and its shell and
 * is told to nobody else: what npm started would go on alone, holding the port. Does nothing for a process that npm did not start,
 * whose parent may leave it on purpose (nohup, a service manager).
 * @param {() => void} onGone
 * @returns {() => void} stops watching
 */
export function watchLauncher(onGone, { every = 500 } = {}) {
  const launchers = launchersOf(process.env, process.ppid, process.argv[1]);
  if (launchers.length === 0) return () => undefined;
  const parent = process.ppid;
  return watch(() => process.ppid === parent && launchers.every(isAlive), onGone, every);
}

/**
 * Calls `onGone` once when this other process is gone.
 * @param {number} pid
 * @param {() => void} onGone
 * @returns {() => void} stops watching
 */
export const watchProcess = (pid, onGone, { every = 500 } = {}) => watch(() => isAlive(pid), onGone, every);

/**
 * @param {() => boolean} isThere
 * @param {() => void} onGone
 * @param {number} every
 */
function watch(isThere, onGone, every) {
  const timer = setInterval(() => {
    if (isThere()) return;
    clearInterval(timer);
    onGone();
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * The numbers to watch: our parent, and npm above it where a shell stands between the two (it outlives an npm that was killed).
 * npm hands its variables down to every descendant, so they count only for the program that they name.
 * @param {Record<string, string | undefined>} env
 * @param {number} parent
 * @param {string | undefined} program the file that this process runs
 * @param {{lineOf?: (pid: number) => string | null, above?: (pid: number) => number | null}} [processes] how they are read
 */
export function launchersOf(env, parent, program, { lineOf = commandLine, above = parentOf } = {}) {
  const script = env.npm_lifecycle_script;
  const words = script?.split(/[\s;&|]+/).map((word) => basename(word)) ?? [];
  if (!script || !program || !words.includes(basename(program))) return [];
  const line = lineOf(parent);
  const isShell = line?.includes(script) && !/\bnpm\b/.test(line);
  const npm = isShell ? above(parent) : null;
  return npm ? [parent, npm] : [parent];
}
