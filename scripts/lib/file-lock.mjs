import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "./errors.mjs";
import { isAlive } from "./processes.mjs";
import { Refusal } from "./say.mjs";

/**
 * One process at a time in `work`. A lock whose holder is dead counts for nothing.
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 */
export async function withFileLock(file, work, patience = 120_000) {
  mkdirSync(dirname(file), { recursive: true });
  for (const end = Date.now() + patience; !take(file); await sleep(50))
    if (Date.now() > end) throw new Refusal(`Un autre processus tient ${file} depuis trop longtemps.`);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    const holder = Number(read(file));
    if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
