import { setTimeout as sleep } from "node:timers/promises";
import { allProcesses, commandLine, environmentOf } from "./processes.mjs";

/**
 * The command lines of everything that runs for this folder, whoever started it.
 * @param {string} home
 */
export function processesOf(home) {
  const isOfHome = (/** @type {number} */ pid) =>
    commandLine(pid)?.includes(home) ||
    environmentOf(pid).some((setting) => setting.startsWith(`PARVIS_DATA_DIR=${home}`));
  return allProcesses()
    .filter((pid) => pid !== process.pid && isOfHome(pid))
    .map((pid) => commandLine(pid));
}

/**
 * Whether all of it ends within `patience` milliseconds.
 * @param {string} home
 */
export async function areOver(home, patience = 40_000) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(100))
    if (processesOf(home).length === 0) return true;
  return false;
}
