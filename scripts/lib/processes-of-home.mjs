import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLine } from "./processes.mjs";

/**
 * The command lines of everything that runs for this folder, whoever started it.
 * @param {string} home
 */
export function processesOf(home) {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(Number)
    .filter((pid) => {
      try {
        return (
          commandLine(pid)?.includes(home) ||
          readFileSync(`/proc/${pid}/environ`, "utf8").includes(`PARVIS_DATA_DIR=${home}`)
        );
      } catch {
        return false;
      }
    })
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
