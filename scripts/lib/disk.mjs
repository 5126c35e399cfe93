import { mkdirSync, statfsSync } from "node:fs";
import { Refusal } from "./say.mjs";

/** Refuses to go on when the disk of `directory` is nearly full: a database that cannot write loses its way badly. */
export function requireFreeSpace(directory, megabytes = Number(process.env.PARVIS_MIN_FREE_MB || 200)) {
  mkdirSync(directory, { recursive: true });
  const { bavail, bsize } = statfsSync(directory);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free >= megabytes) return;
  throw new Refusal(`Le disque est plein : il reste ${free} Mo dans ${directory}, il en faut au moins ${megabytes}.`);
}
