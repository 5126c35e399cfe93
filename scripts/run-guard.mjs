import { readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { isAlive } from "./lib/processes.mjs";
import { pidOfFolder, stopRun, stopWhere } from "./lib/run.mjs";

/**
 * Watches over one run, from outside: a run that is killed outright (SIGKILL, no memory left) can stop nothing itself. It holds the
 * other end of our input: once that is closed, whatever the run began is stopped and its folder erased. First, what runs whose guard
 * was killed too have left is treated alike.
 */
const [run = "", folder = ""] = process.argv.slice(2);
process.stdin.resume();
const isOver = finished(process.stdin).catch(() => undefined);

await sweep();
await isOver;
await stopRun(run);
if (folder) erase(folder);

async function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const pid = pidOfFolder(name);
    if (pid === null || isAlive(pid) || !isOurs(join(tmpdir(), name))) continue;
    await stopWhere((setting) => setting.startsWith(`PARVIS_RUN=${pid}-`));
    erase(join(tmpdir(), name));
  }
}

/** @param {string} path */
function isOurs(path) {
  return statSync(path, { throwIfNoEntry: false })?.uid === process.getuid?.();
}

/** @param {string} path */
function erase(path) {
  rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}
