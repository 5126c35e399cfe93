import { commandLine, isAlive, parentOf } from "./processes.mjs";

/**
 * Calls `onGone` once when the npm that started this process is gone. A signal sent to npm's own number ends npm and its shell and
 * is told to nobody else: what npm started would go on alone, holding the port. Does nothing for a process that npm did not start,
 * whose parent may leave it on purpose (nohup, a service manager).
 * @param {() => void} onGone
 * @returns {() => void} stops watching
 */
export function watchLauncher(onGone, { every = 500 } = {}) {
  const launchers = launchersOf(process.env, process.ppid);
  if (launchers.length === 0) return () => undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent && launchers.every(isAlive)) return;
    clearInterval(timer);
    onGone();
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * The numbers to watch: our parent, and npm above it where a shell stands between the two (it outlives an npm that was killed).
 * npm hands its variables down to every descendant, so they count only for the script that it names.
 * @param {Record<string, string | undefined>} env
 * @param {number} parent
 * @param {{lineOf?: (pid: number) => string | null, above?: (pid: number) => number | null}} [processes] how they are read
 */
export function launchersOf(env, parent, { lineOf = commandLine, above = parentOf } = {}) {
  const script = env.npm_lifecycle_script;
  if (!["start", "dev"].includes(env.npm_lifecycle_event ?? "") || !script?.includes("start.mjs")) return [];
  const line = lineOf(parent);
  const isShell = line?.includes(script) && !/\bnpm\b/.test(line);
  const npm = isShell ? above(parent) : null;
  return npm ? [parent, npm] : [parent];
}
