import { bundle, bundleFiles } from "./bundle.mjs";
import { migrateDatabase } from "./migrations.mjs";
import { ensurePostgres } from "./postgres.mjs";
import { runToEnd } from "./progress.mjs";
import { Refusal, say } from "./say.mjs";
import { buildEnvironment, isEmbedded } from "./settings.mjs";

/** Starts the embedded Postgres where it is the one to use. `stop` stops it only if this call started it. */
export async function openDatabase() {
  if (!isEmbedded()) return { url: process.env.DATABASE_URL, pid: null, stop: async () => undefined };
  return ensurePostgres();
}

/** Checks every setting as the site will: a bad one stops here, with a sentence that names it. */
export async function checkSettings(environment) {
  const { parseEnv } = await import(await bundle("env"));
  try {
    parseEnv(environment);
  } catch (error) {
    throw new Refusal(error.message);
  }
}

export async function migrate(url) {
  const count = await migrateDatabase(url);
  if (count > 0) say(`Base mise à jour (${count} migration${count > 1 ? "s" : ""}).`);
}

/** Writes the demonstration town, or what a new town needs; does nothing the second time. In a process of its own: it has its settings. */
export async function seed(environment) {
  await bundleFiles();
  await runToEnd(await bundle("seed"), environment, "Les données de départ n’ont pas pu être écrites");
}

/** A script that works on the database: settings, database, work, and the database left as it was found. */
export async function withDatabase(work) {
  const database = await openDatabase();
  const environment = buildEnvironment({
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
