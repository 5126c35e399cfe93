import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { counted, execute } from "./checks.mjs";
import { inData, inRoot, root } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { eraseHome } from "./postgres.mjs";
import { isAlive } from "./processes.mjs";
import { stopSignals, stopWhere } from "./run.mjs";

/** They take about twelve on two cores; a busy machine may take three times that. */
const minutes = 45;
const report = inRoot("test-results", "journeys.json");

/** The journeys of e2e/ in a real Chromium, on a production server of their own: fresh folder, fresh database, free port. */
export const journeys = {
  label: "parcours dans Chromium",
  /** @param {string[]} specs files of journeys, relative to the project; none: all of them */
  run: async (specs = []) => {
    if (!existsSync(inRoot("e2e"))) return { passed: 0, failed: 1, output: "Aucun parcours dans e2e/." };
    const interruption = new AbortController();
    const interrupt = () => interruption.abort();
    for (const signal of stopSignals) process.on(signal, interrupt);
    const home = await freshHome();
    const server = await startServer(home, interruption.signal);
    try {
      if (interruption.signal.aborted) return { passed: 0, failed: 1, output: "Interrompu." };
      if (!server.isReady)
        return { passed: 0, failed: 1, output: `Le serveur des parcours ne démarre pas :\n${server.output()}` };
      rmSync(report, { force: true });
      const { status, output } = await execute(
        inRoot("node_modules", ".bin", "playwright"),
        ["test", ...specs],
        journeyEnvironment(home, server.port),
        minutes,
      );
      return counted(status, output, readReport);
    } finally {
      await server.stop();
      await eraseHome(home);
      for (const signal of stopSignals) process.off(signal, interrupt);
    }
  },
};

function readReport() {
  /** @type {{stats: {expected: number, unexpected: number, flaky: number}}} */
  const { stats } = JSON.parse(readFileSync(report, "utf8"));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** Folders of runs that were killed are stopped and erased first. */
async function freshHome() {
  const parent = inData("journeys");
  mkdirSync(parent, { recursive: true, mode: 0o711 });
  for (const name of readdirSync(parent)) {
    if (isAlive(Number(name))) continue;
    await stopWhere((setting) => setting === `PARVIS_DATA_DIR=${join(parent, name)}`);
    await eraseHome(join(parent, name));
  }
  const home = join(parent, String(process.pid));
  mkdirSync(home, { mode: 0o711 });
  return home;
}

/**
 * @param {string} home
 * @param {AbortSignal} interruption
 */
async function startServer(home, interruption) {
  const port = await freePort();
  const env = {
    ...process.env,
    PARVIS_DATA_DIR: home,
    PORT: String(port),
    LOG_LEVEL: "warn",
    DATABASE_URL: "",
    APP_URL: "",
    // Each journey comes from an address of its own (e2e/fixtures.ts): limits count addresses.
    TRUST_PROXY: "1",
    // A browser that shares two cores with the rest of the suite finds its proof all the same.
    CAPTCHA_MAX_NUMBER: "2000",
  };
  const child = spawn(process.execPath, [inRoot("scripts", "start.mjs")], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  mkdirSync(inRoot("test-results"), { recursive: true });
  const log = createWriteStream(inRoot("test-results", "server.log"));
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output += text;
      log.write(text);
    });
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  while (!isOver() && !interruption.aborted && !output.includes("Parvis est prêt")) await sleep(200);
  const stop = async () => {
    if (!isOver()) child.kill("SIGTERM");
    for (const end = Date.now() + 40_000; !isOver() && Date.now() < end;) await sleep(100);
    if (!isOver()) child.kill("SIGKILL");
    log.end();
  };
  return { port, stop, isReady: !isOver(), output: () => output };
}

/**
 * What the journeys may read: where the site is, its demonstration password, and its database for the oracle.
 * @param {string} home
 * @param {number} port
 */
function journeyEnvironment(home, port) {
  /** @type {Record<import("./secrets.mjs").Secret, string>} */
  const secrets = JSON.parse(readFileSync(join(home, "secrets.json"), "utf8"));
  /** @type {{port: number}} */
  const { port: database } = JSON.parse(readFileSync(join(home, "postgres.json"), "utf8"));
  return {
    CI: "1",
    BASE_URL: `http://localhost:${port}`,
    JOURNEY_REPORT: report,
    DEMO_PASSWORD: secrets.DEMO_PASSWORD,
    PARVIS_DATA_DIR: home,
    DATABASE_URL: `postgres://parvis:${secrets.POSTGRES_PASSWORD}@127.0.0.1:${database}/parvis`,
    CRON_SECRET: secrets.CRON_SECRET,
  };
}
