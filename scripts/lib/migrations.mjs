import { existsSync } from "node:fs";
import { codeOf, fieldOf, messageOf } from "./errors.mjs";
import { inRoot } from "./paths.mjs";
import { Refusal } from "./say.mjs";

/** « parvis » in figures: whoever migrates holds this lock, so two starts never migrate together. */
const lock = 7_278_474;

/**
 * Brings the database at `url` to the schema of this version: drizzle's migrations, then the queues' schema.
 * @param {string} url
 * @returns {Promise<number>} how many migrations were applied
 */
export async function migrateDatabase(url) {
  const { default: postgres } = await import("postgres");
  const guard = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  try {
    await checkServer(guard);
    await guard`select pg_advisory_lock(${lock})`;
    const before = await countApplied(guard);
    await applyMigrations(url);
    await migrateQueues(url);
    return (await countApplied(guard)) - before;
  } catch (error) {
    throw explain(error);
  } finally {
    await guard.end({ timeout: 5 });
  }
}

/** @param {import("postgres").Sql<{}>} sql */
async function checkServer(sql) {
  /** @type {{version: number}[]} */
  const [row] = await sql`select current_setting('server_version_num')::int as version`;
  const version = row?.version ?? 0;
  if (version < 150_000)
    throw new Refusal(
      `Le Postgres de DATABASE_URL est trop ancien (${Math.floor(version / 10_000)}) : il faut la version 15 ou plus.`,
    );
}

/**
 * @param {import("postgres").Sql<{}>} sql
 * @returns {Promise<number>}
 */
async function countApplied(sql) {
  /** @type {{known: boolean}[]} */
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as known`;
  if (!table?.known) return 0;
  /** @type {{count: number}[]} */
  const [row] = await sql`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}

/** @param {string} url */
async function applyMigrations(url) {
  const folder = inRoot("db", "migrations");
  if (!existsSync(inRoot("db", "migrations", "meta", "_journal.json"))) return;
  const [{ default: postgres }, { drizzle }, { migrate }] = await Promise.all([
    import("postgres"),
    import("drizzle-orm/postgres-js"),
    import("drizzle-orm/postgres-js/migrator"),
  ]);
  const client = postgres(url, { max: 1, onnotice: () => undefined, connection: { lock_timeout: 10_000 } });
  try {
    await migrate(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end({ timeout: 5 });
  }
}

/**
 * The tables of pg-boss, and the queues of what is asked for: made here, so that the worker never needs to change a schema.
 * @param {string} url
 */
async function migrateQueues(url) {
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({ connectionString: url, schema: "pgboss", supervise: false, schedule: false, max: 1 });
  boss.on("error", () => undefined);
  await boss.start();
  // An order is placed by a page, before any worker has started: where it waits is there. Only the name and the policy, that can never
  // change: the worker says the rest (lib/ports/jobs/orders.ts).
  for (const name of ["copies-a-faire"]) await boss.createQueue(name, { policy: "exclusive" });
  await boss.stop({ graceful: false });
}

/** @param {unknown} error */
function explain(error) {
  if (error instanceof Refusal) return error;
  const cause = fieldOf(error, "cause") ?? error;
  const code = String(codeOf(cause));
  if (["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "CONNECT_TIMEOUT", "ETIMEDOUT"].includes(code))
    return new Refusal(
      "Postgres ne répond pas à l’adresse de DATABASE_URL : vérifiez l’adresse et que le serveur tourne.",
    );
  if (["28P01", "28000"].includes(code))
    return new Refusal("Postgres refuse le nom ou le mot de passe de DATABASE_URL.");
  if (code === "3D000") return new Refusal("La base nommée dans DATABASE_URL n’existe pas : créez-la d’abord.");
  if (code === "53100") return new Refusal("Le disque est plein : la base n’a pas pu être mise à jour.");
  return new Refusal(`La base n’a pas pu être mise à jour : ${messageOf(cause)}`);
}
