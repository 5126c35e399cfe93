import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dataDir, inData } from "./paths.mjs";
import { commandLine, isAlive } from "./processes.mjs";
import { Refusal } from "./say.mjs";

/**
 * One start at a time on one data folder. The holder is checked: a killed start leaves a lock that counts for nothing.
 * @param {number} port
 * @returns {() => void} gives it back
 */
export function takeLock(port) {
  const file = inData("parvis.json");
  mkdirSync(dataDir(), { recursive: true });
  const holder = read(file);
  if (
    holder &&
    holder.pid !== process.pid &&
    isAlive(holder.pid) &&
    (commandLine(holder.pid) ?? "start.mjs").includes("start.mjs")
  )
    throw new Refusal(`Parvis fonctionne déjà sur http://localhost:${holder.port} (processus ${holder.pid}).`);
  writeFileSync(file, JSON.stringify({ pid: process.pid, port }));
  return () => rmSync(file, { force: true });
}

/**
 * @param {string} file
 * @returns {{pid: number, port: number} | null}
 */
function read(file) {
  try {
    /** @type {{pid: number, port: number} | null} */
    const holder = JSON.parse(readFileSync(file, "utf8"));
    return holder;
  } catch {
    return null;
  }
}
