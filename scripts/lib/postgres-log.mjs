import { copyFileSync, mkdirSync, rmSync, statSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import { dataDir } from "./paths.mjs";

/** Bytes of the journal of Postgres, after which it is turned: it keeps as much again beside it. */
const largestLog = 10_000_000;

/**
 * Turns the journal of the Postgres of `home` when it has grown: while it runs too, for a database that errs in a loop fills a disk in a
 * night. Postgres writes at the end of what is there: its file is copied, then emptied.
 * @param {string} home
 * @param {number} largest bytes
 */
export function turnLog(home = dataDir(), largest = largestLog) {
  const file = logFile(home);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) <= largest) return;
  try {
    copyFileSync(file, `${file}.1`);
  } catch {
    // A full disk, most likely: room matters more than what was written.
    rmSync(`${file}.1`, { recursive: true, force: true });
  }
  truncateSync(file);
}

/** @param {string} home */
export function logFile(home) {
  const file = join(home, "logs", "postgres.log");
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return file;
}
