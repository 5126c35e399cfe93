import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "./errors.mjs";
import { withFileLock } from "./file-lock.mjs";
import { dataDir } from "./paths.mjs";
import { freePort, isFree } from "./ports.mjs";
import { checkVersion, createCluster, firstLine, superuser } from "./postgres-cluster.mjs";
import { logFile, turnLog } from "./postgres-log.mjs";
import { awayOf, dataOf, hasCluster, isRoot, placePostgres, postgresUser } from "./postgres-place.mjs";
import { commandLine, isAlive } from "./processes.mjs";
import { Refusal, say } from "./say.mjs";
import { readSecrets } from "./secrets.mjs";

const host = "127.0.0.1";
const stopSignals = [
  { signal: "SIGINT", patience: 20_000 },
  { signal: "SIGQUIT", patience: 5_000 },
];
/**
 * The server of a folder, the database to find in it, and who hears of what takes time.
 * @typedef {{home: string, database: string, durable: boolean, log: (text: string) => void}} Wanted
 * @typedef {{pid: number, port: number}} Server
 * @typedef {import("./postgres-place.mjs").Place & {log: string, home: string}} Workplace `log`: the file of the journal
 */
const fast = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

/**
 * Makes the embedded Postgres of `home` run: adopts the one that survived an earlier start, else creates the cluster and starts it.
 * `durable: false` trades safety for speed, for tests only.
 * @param {Partial<Wanted>} [wanted]
 * @returns {Promise<{url: string, pid: number, isAdopted: boolean, stop: () => Promise<void>}>}
 */
export async function ensurePostgres({ home = dataDir(), database = "parvis", durable = true, log = say } = {}) {
  mkdirSync(home, { recursive: true });
  return withFileLock(join(home, "postgres.lock"), () => ensure({ home, database, durable, log }));
}

/** @param {Wanted} wanted */
async function ensure({ home, database, durable, log }) {
  if (isRoot && statSync(home).uid === 0) chmodSync(home, 0o711);
  const name = "postgres";
  if (hasCluster(dataOf(home, name)) && !existsSync(join(dataDir(), "secrets.json")))
    throw new Refusal(
      `La base existe mais ${join(dataDir(), "secrets.json")} a disparu : remettez-le depuis votre sauvegarde, les données chiffrées en dépendent.`,
    );
  const password = readSecrets().POSTGRES_PASSWORD;
  const place = { ...placePostgres(home, name), log: logFile(home), home };
  turnLog(home);
  const survivor = await adopt(place, password);
  const server = survivor ?? (await start(place, password, { durable, log }));
  const urlOf = (/** @type {string} */ base) => `postgres://${superuser}:${password}@${host}:${server.port}/${base}`;
  await createDatabase(urlOf("postgres"), database);
  return { url: urlOf(database), pid: server.pid, isAdopted: Boolean(survivor), stop: () => stop(server.pid) };
}

/**
 * Stops the server whose cluster is kept in `home`, if one runs.
 * @param {string} home
 */
export async function stopPostgresOf(home) {
  const data = dataOf(home);
  const file = readPidFile(data);
  if (file && commandLine(file.pid)?.includes(data)) await stop(file.pid);
}

/**
 * Erases `home` and its cluster, wherever that is kept; for what tests and trials made.
 * @param {string} home
 */
export async function eraseHome(home) {
  await stopPostgresOf(home);
  // What was just stopped may still be writing its last lines.
  for (const folder of [awayOf(home), home])
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}

/**
 * @param {Workplace} place
 * @param {string} password
 * @returns {Promise<Server | null>}
 */
async function adopt({ data }, password) {
  const file = readPidFile(data);
  if (!file) return null;
  const isOurs = isAlive(file.pid) && (commandLine(file.pid) ?? "postgres").includes("postgres");
  if (!isOurs) {
    rmSync(join(data, "postmaster.pid"), { force: true });
    return null;
  }
  for (const end = Date.now() + 30_000; Date.now() < end && isAlive(file.pid); await sleep(100)) {
    const outcome = await tryConnect(file.port, password);
    if (outcome === "ready") return file;
    if (outcome === "refused") throw wrongPassword(data);
  }
  if (isAlive(file.pid))
    throw new Refusal(
      `Le Postgres embarqué (processus ${file.pid}) ne répond pas : arrêtez ce processus, puis recommencez.`,
    );
  return null;
}

/**
 * @param {string} data
 * @returns {Server | null}
 */
function readPidFile(data) {
  try {
    const [pid, , , port] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return Number(pid) > 0 && Number(port) > 0 ? { pid: Number(pid), port: Number(port) } : null;
  } catch {
    return null;
  }
}

/**
 * @param {Workplace} place
 * @param {string} password
 * @param {Pick<Wanted, "durable" | "log">} how
 * @returns {Promise<Server>}
 */
async function start(place, password, { durable, log }) {
  if (!hasCluster(place.data)) createCluster(place, password, log);
  checkVersion(place);
  const port = await choosePort(place);
  const settings = [
    `listen_addresses=${host}`,
    "unix_socket_directories=",
    "shared_buffers=128MB",
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    "lc_messages=C",
    "log_min_error_statement=panic",
    "log_checkpoints=off",
    ...(durable ? [] : fast),
  ];
  const from = existsSync(place.log) ? statSync(place.log).size : 0;
  const output = openSync(place.log, "a");
  /** @type {import("node:child_process").SpawnOptions} */
  const options = { ...postgresUser, cwd: "/", detached: true, stdio: ["ignore", output, output] };
  const args = ["-D", place.data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const child = spawn(join(place.binaries, "bin", "postgres"), args, options);
  child.unref();
  const isOver = new Promise((resolve) => child.once("exit", resolve).once("error", resolve));
  const { pid } = child;
  // Refused by the machine (no program, no room): the error comes as an event, which `untilReady` turns into a sentence.
  const server = { pid: pid ?? 0, port };
  await untilReady({ server, password, place, isOver, log, from });
  return server;
}

/**
 * Waits until the server answers; refuses with the reason of its journal when it ends first. `from`: where its lines begin.
 * @param {{server: Server, password: string, place: Workplace, isOver: Promise<unknown>, log: Wanted["log"], from: number}} begun
 */
async function untilReady({ server, password, place, isOver, log, from }) {
  const fate = { isGone: false };
  void isOver.then(() => (fate.isGone = true));
  const begun = Date.now();
  let hasSaid = false;
  while (!fate.isGone && Date.now() - begun < 120_000) {
    const outcome = await tryConnect(server.port, password);
    if (outcome === "ready") return;
    if (outcome === "refused") {
      await stop(server.pid);
      throw wrongPassword(place.data);
    }
    if (!hasSaid && Date.now() - begun > 3_000) {
      hasSaid = true;
      log("Postgres reprend son travail après un arrêt brutal…");
    }
    await sleep(25);
  }
  throw new Refusal(`Postgres ne démarre pas : ${lastError(place.log, from)} Son journal : ${place.log}`);
}

/**
 * @param {Workplace} place
 * @returns {Promise<number>}
 */
async function choosePort({ home }) {
  const file = join(home, "postgres.json");
  /** @type {{port?: number}} */
  const { port: remembered } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  if (remembered && (await isFree(remembered, host))) return remembered;
  const port = await freePort(host);
  writeFileSync(file, `${JSON.stringify({ port })}\n`);
  return port;
}

/**
 * @param {number} port
 * @param {string} password
 * @returns {Promise<"ready" | "refused" | "waiting">}
 */
async function tryConnect(port, password) {
  const { default: postgres } = await import("postgres");
  const sql = postgres({
    host,
    port,
    user: superuser,
    password,
    database: "postgres",
    max: 1,
    connect_timeout: 3,
    onnotice: () => undefined,
  });
  try {
    await sql`select 1`;
    return "ready";
  } catch (error) {
    return codeOf(error) === "28P01" ? "refused" : "waiting";
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * @param {string} url
 * @param {string} name
 */
async function createDatabase(url, name) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const [known] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!known) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * Fast stop; an immediate one, which the next start repairs, if that takes too long.
 * @param {number} pid
 */
async function stop(pid) {
  for (const { signal, patience } of stopSignals) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const end = Date.now() + patience; Date.now() < end; await sleep(25)) if (!isAlive(pid)) return;
  }
}

/**
 * What this start wrote in the journal that explains its failure.
 * @param {string} file
 * @param {number} from
 */
function lastError(file, from) {
  const lines = readFileSync(file).subarray(from).toString("utf8").split("\n");
  if (lines.some((line) => /No space left/i.test(line))) return "le disque est plein.";
  const isCause = (/** @type {string} */ line) =>
    /FATAL|PANIC|could not|error while loading/.test(line) && !line.includes("the database system is");
  const found = lines.findLast(isCause);
  return found ? `${firstLine(found.replace(/^.*?(FATAL|PANIC):\s*/, ""))}.` : "il s’est arrêté sans rien dire.";
}

/** @param {string} data */
const wrongPassword = (data) =>
  new Refusal(
    `La base de ${data} refuse le mot de passe de secrets.json : remettez le fichier secrets.json qui va avec cette base.`,
  );
