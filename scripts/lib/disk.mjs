import { existsSync, mkdirSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "./errors.mjs";
import { Refusal } from "./say.mjs";

/**
 * Refuses to go on when the disk of `directory` is nearly full: a database that cannot write loses its way badly.
 * @param {string} directory
 */
export function requireFreeSpace(directory, megabytes = Number(process.env.PARVIS_MIN_FREE_MB || 200)) {
  makeFolder(directory);
  const { bavail, bsize } = statfsSync(directory);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free >= megabytes) return;
  throw new Refusal(`Le disque est plein : il reste ${free} Mo dans ${directory}, il en faut au moins ${megabytes}.`);
}

/**
 * Makes a folder and those above it, one by one: where none can be made (a folder of the system) Node's own way of making them all
 * never ends. Refuses with a sentence that names the folder.
 * @param {string} directory
 */
export function makeFolder(directory) {
  if (existsSync(directory)) return;
  makeFolder(dirname(directory));
  try {
    mkdirSync(directory);
  } catch (error) {
    const code = codeOf(error);
    if (code !== "EEXIST") throw new Refusal(`Le dossier ${directory} ne peut pas être créé (${code ?? "sans code"}).`);
  }
}
