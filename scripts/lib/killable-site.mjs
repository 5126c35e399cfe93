import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { buildSite } from "./build.mjs";
import { bundle } from "./bundle.mjs";
import { siteProcess } from "./front.mjs";
import { inRoot, root } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { ensurePostgres, eraseHome } from "./postgres.mjs";
import { buildEnvironment } from "./settings.mjs";

/**
 * @typedef {"site" | "travaux"} Name
 * @typedef {Awaited<ReturnType<typeof startKillableSite>>} KillableSite
 */

/**
 * A whole portal for the crash tests, with its own data: the built site and its worker, each started again as soon as it is
 * killed, until `stop`. The names of the two are « site » and « travaux ». `withLog`: what they log of errors is kept for `log`.
 * @param {string} label
 */
export async function startKillableSite(label, { withLog = false } = {}) {
  const home = mkdtempSync(join(tmpdir(), `parvis-${label}-`));
  process.env.PARVIS_DATA_DIR = home;
  process.env.DATABASE_URL = "";
  const port = await freePort();
  const database = await ensurePostgres({ home });
  /** @type {NodeJS.ProcessEnv} */
  const settings = {
    ...buildEnvironment({ mode: "production", port, databaseUrl: database.url }),
    TRUST_PROXY: "1",
    LOG_LEVEL: withLog ? "error" : "silent",
  };
  run(inRoot("scripts/seed.mjs"), port);
  await buildSite(settings);
  const worker = await bundle("worker");
  await bundle("front");
  const base = `http://localhost:${port}`;
  const sql = postgres(database.url, { max: 4, onnotice: () => undefined });
  /** @type {Map<Name, {child: import("node:child_process").ChildProcess, isOver: boolean}>} */
  const processes = new Map();
  const output = withLog ? openSync(join(home, "site.log"), "a") : "ignore";
  /** @type {(name: Name, program: {args: string[], env: NodeJS.ProcessEnv}) => void} */
  const keepRunning = (name, { args, env }) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", output, output] });
    processes.set(name, { child, isOver: false });
    child.once("exit", () => {
      if (!processes.get(name)?.isOver) keepRunning(name, { args, env });
    });
  };
  const preload = ["--import", pathToFileURL(inRoot("scripts", "lib", "one-line-console.mjs")).href];
  keepRunning("site", siteProcess({ port, host: "127.0.0.1", env: settings, preload }));
  keepRunning("travaux", { args: ["--enable-source-maps", worker], env: settings });

  const site = {
    base,
    sql,
    settings,
    home,
    /** Every line logged so far that is an event. */
    log: () =>
      readFileSync(join(home, "site.log"), "utf8")
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map(readEvent),
    /** @param {Name} name */
    kill: (name) => processes.get(name)?.child.kill("SIGKILL"),
    untilAnswers: () => untilAnswers(base),
    /**
     * Runs one of the commands on this portal; gives what it printed.
     * @param {string} script
     */
    run: (script) => run(inRoot(script), port, false),
    stop: async () => {
      for (const one of processes.values()) {
        one.isOver = true;
        one.child.kill("SIGKILL");
      }
      await sql.end();
      await eraseHome(home);
    },
  };
  try {
    await site.untilAnswers();
  } catch (error) {
    await site.stop();
    throw error;
  }
  return site;
}

/** @param {string} base */
async function untilAnswers(base) {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
    const answer = await fetch(`${base}/api/sante`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error("the site does not come back");
}

/**
 * @param {string} script
 * @param {number} port
 */
function run(script, port, mustPass = true) {
  const env = { ...process.env, PORT: String(port) };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { env, encoding: "utf8" });
  if (mustPass && status !== 0) throw new Error(stderr);
  return stdout + stderr;
}

/** @param {string} line */
function readEvent(line) {
  /** @type {Record<string, unknown>} */
  const event = JSON.parse(line);
  return event;
}
