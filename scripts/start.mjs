import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { announce } from "./lib/announce.mjs";
import { buildSite } from "./lib/build.mjs";
import { bundle, watchBundle } from "./lib/bundle.mjs";
import { requireFreeSpace } from "./lib/disk.mjs";
import { messageOf } from "./lib/errors.mjs";
import { siteProcess } from "./lib/front.mjs";
import { takeLock } from "./lib/install-lock.mjs";
import { watchLauncher, watchProcess } from "./lib/launcher.mjs";
import { dataDir, inRoot } from "./lib/paths.mjs";
import { isFree } from "./lib/ports.mjs";
import { turnLog } from "./lib/postgres-log.mjs";
import { checkSettings, migrate, openDatabase, seed } from "./lib/prepare.mjs";
import { runnerOf } from "./lib/run.mjs";
import { main, Refusal, say, toJournal } from "./lib/say.mjs";
import { buildEnvironment, chosenHost, chosenPort, isEmbedded, loadDotEnv } from "./lib/settings.mjs";
import { stopOrphans, Supervised } from "./lib/supervise.mjs";
import { watchDatabase } from "./lib/watch-database.mjs";

const isDev = process.argv.includes("--dev");
/** @type {(() => void | Promise<void>)[]} */
const undo = [];
/** A person reads the running Next of « npm run dev »; elsewhere what the processes print is one JSON line an event. */
const preload = isDev ? [] : ["--import", pathToFileURL(inRoot("scripts", "lib", "one-line-console.mjs")).href];
let isStopping = false;
let isJournal = false;
/**
 * The database that runs now: another than the first once it died.
 * @type {import("./lib/prepare.mjs").Database}
 */
let database;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stopAll());
watchLauncher(() => void stopAll());
// A portal that tests or measures began does not outlive them, even killed.
const runner = runnerOf(process.env);
if (runner) watchProcess(runner, () => void stopAll());

async function startAll() {
  loadDotEnv();
  isJournal = toJournal();
  const port = chosenPort();
  requireFreeSpace(dataDir());
  undo.push(takeLock(port));
  await stopOrphans();
  if (!(await isFree(port, chosenHost())))
    throw new Refusal(
      `Le port ${port} est déjà pris : arrêtez ce qui l’occupe, ou choisissez-en un autre, par exemple PORT=${port + 1} npm start.`,
    );

  database = await openDatabase();
  undo.push(() => database.stop());
  say(isEmbedded() ? `Base embarquée : ${database.isAdopted ? "retrouvée" : "démarrée"}.` : "Base de DATABASE_URL.");
  const environment = buildEnvironment({ mode: isDev ? "development" : "production", port, databaseUrl: database.url });
  await checkSettings(environment);
  await migrate(database.url);
  await seed(environment);
  if (!isDev) await buildSite(environment);

  const { web, worker } = await startProcesses(environment, port);
  if (database.pid) undo.push(watchDatabase(() => database, reopenDatabase, { onAlive: turnLog }));
  await untilAnswers(web, port);
  if (isJournal) say(`Parvis est prêt : http://localhost:${port}`);
  else announce(port, environment);
  return worker;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {number} port
 */
async function startProcesses(env, port) {
  const host = chosenHost();
  const development = {
    command: process.execPath,
    args: [...preload, inRoot("node_modules/next/dist/bin/next"), "dev", "--port", String(port), "--hostname", host],
    env,
  };
  if (!isDev) await bundle("front");
  const site = isDev ? development : siteProcess({ port, host, env, preload });
  const web = new Supervised({ name: "site", label: "Le site", ...site });
  const worker = new Supervised({
    name: "travaux",
    label: "Le processus des travaux",
    command: process.execPath,
    args: [...preload, "--enable-source-maps", inRoot(".build", "worker.mjs")],
    env,
  });
  undo.push(async () => void (await Promise.all([web.stop(), worker.stop()])));
  await startWorker(worker);
  web.start();
  return { web, worker };
}

/** @param {Supervised} worker */
async function startWorker(worker) {
  // The daily backup is a program of its own, which the worker starts.
  await bundle("backup");
  if (!isDev) {
    await bundle("worker");
    worker.start();
    return;
  }
  let isFirst = true;
  const dispose = await watchBundle("worker", () => {
    if (isFirst) worker.start();
    else void worker.restart();
    isFirst = false;
  });
  undo.push(dispose);
}

async function reopenDatabase() {
  const opened = await openDatabase();
  if (isStopping) await opened.stop();
  else database = opened;
}

/**
 * @param {Supervised} web
 * @param {number} port
 */
async function untilAnswers(web, port) {
  const address = `http://${chosenHost() === "0.0.0.0" ? "127.0.0.1" : chosenHost()}:${port}/api/sante`;
  for (const end = Date.now() + 90_000; Date.now() < end; await sleep(100)) {
    if (web.failures >= 3) throw new Refusal("Le site ne démarre pas : la raison est dans les lignes ci-dessus.");
    try {
      await fetch(address, { signal: AbortSignal.timeout(30_000) });
      return;
    } catch {
      // Not listening yet.
    }
  }
  throw new Refusal("Le site ne répond pas au bout de 90 secondes : la raison est dans les lignes ci-dessus.");
}

async function stopAll(code = 0) {
  if (isStopping) return;
  isStopping = true;
  say("Arrêt…");
  await unwind();
  say("Tout est arrêté.");
  process.exit(code);
}

/** Last started, first stopped. */
async function unwind() {
  isStopping = true;
  for (const step of undo.splice(0).reverse()) {
    try {
      await step();
    } catch (error) {
      say(`Un arrêt a échoué : ${messageOf(error)}`);
    }
  }
}

await main(async () => {
  try {
    await startAll();
  } catch (error) {
    await unwind();
    throw error;
  }
});
