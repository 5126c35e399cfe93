import { createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { counted, execute } from "./checks.mjs";
import { inData, inRoot } from "./paths.mjs";
import { readPortal, startPortal } from "./portal.mjs";
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
        journeyEnvironment(home, server.site),
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
  mkdirSync(inRoot("test-results"), { recursive: true });
  const log = createWriteStream(inRoot("test-results", "server.log"));
  const portal = await startPortal(home, {
    isWanted: () => !interruption.aborted,
    hear: (text) => void log.write(text),
  });
  const stop = async () => {
    await portal.stop();
    log.end();
  };
  return { ...portal, stop };
}

/**
 * What the journeys may read: where the site is, its demonstration password, and its database for the oracle.
 * @param {string} home
 * @param {string} site
 */
function journeyEnvironment(home, site) {
  const { secrets, databaseUrl } = readPortal(home);
  return {
    CI: "1",
    BASE_URL: site,
    JOURNEY_REPORT: report,
    DEMO_PASSWORD: secrets.DEMO_PASSWORD,
    PARVIS_DATA_DIR: home,
    DATABASE_URL: databaseUrl,
    CRON_SECRET: secrets.CRON_SECRET,
    // What Playwright compiles once: not in the temporary folder, which goes with the run.
    PWTEST_CACHE_DIR: inRoot("node_modules", ".cache", "playwright"),
  };
}
