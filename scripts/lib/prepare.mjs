import { bundle, bundleFiles } from "./bundle.mjs";
import { messageOf } from "./errors.mjs";
import { migrateDatabase } from "./migrations.mjs";
import { ensurePostgres } from "./postgres.mjs";
import { runToEnd } from "./progress.mjs";
import { Refusal, say } from "./say.mjs";
import { buildEnvironment } from "./settings.mjs";

/**
 * A database that answers; `pid` is its process where it is the embedded one, `isAdopted` where it ran before us.
 * @typedef {{url: string, pid: number | null, isAdopted: boolean, stop: () => Promise<void>}} Database
 */

/**
 * Starts the embedded Postgres where it is the one to use. `stop` stops it only if this call started it.
 * @returns {Promise<Database>}
 */
export async function openDatabase() {
  const url = process.env.DATABASE_URL;
  if (url) return { url, pid: null, isAdopted: false, stop: async () => undefined };
  return ensurePostgres();
}

/**
 * Checks every setting as the site will: a bad one stops here, with a sentence that names it.
 * @param {NodeJS.ProcessEnv} environment
 */
export async function checkSettings(environment) {
  /** @type {{parseEnv: (environment: NodeJS.ProcessEnv) => unknown}} */
  const { parseEnv } = await import(await bundle("env"));
  try {
    parseEnv(environment);
  } catch (error) {
    throw new Refusal(messageOf(error));
  }
}

/** @param {string} url */
export async function migrate(url) {
  const count = await migrateDatabase(url);
  if (count > 0) say(`Base mise à jour (${count} migration${count > 1 ? "s" : ""}).`);
}

/**
 * Writes the demonstration town, or what a new town needs; does nothing the second time. In a process of its own: it has its settings.
 * @param {NodeJS.ProcessEnv} environment
 */
export async function seed(environment) {
  await bundleFiles();
  await runToEnd(await bundle("seed"), environment, "Les données de départ n’ont pas pu être écrites");
}

/**
 * A script that works on the database: settings, database, work, and the database left as it was found.
 * @param {(database: {url: string, environment: NodeJS.ProcessEnv}) => Promise<void>} work
 */
export async function withDatabase(work) {
  const database = await openDatabase();
  const environment = buildEnvironment({
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Next declares it as always set; a command is run without it.
    mode: process.env.NODE_ENV || "development",
    port: process.env.PORT || 3000,
    databaseUrl: database.url,
  });
  try {
    await work({ url: database.url, environment });
  } finally {
    if (!database.isAdopted) await database.stop();
  }
}
