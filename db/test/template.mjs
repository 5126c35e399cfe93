import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { migrateDatabase } from "../../scripts/lib/migrations.mjs";
import { inData, inRoot } from "../../scripts/lib/paths.mjs";
import { ensurePostgres } from "../../scripts/lib/postgres.mjs";
import { isAlive } from "../../scripts/lib/processes.mjs";

const lock = 7_278_475;
/** @type {(server: string, name: string) => string} */
export const urlOf = (server, name) => server.replace(/\/[^/]*$/, `/${name}`);
/** @param {string} url */
export const connect = (url) => postgres(url, { max: 1, onnotice: () => undefined });

/**
 * The server of the tests: the one of TEST_DATABASE_URL, else an embedded one without durability, left running between two runs
 * (`npm run db:test-stop` stops it).
 */
export async function testServer() {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  const { url } = await ensurePostgres({ home: inData("test"), durable: false, log: () => undefined });
  return urlOf(url, "postgres");
}

/**
 * A migrated database to clone, made once for each state of the migrations.
 * @param {string} server
 */
export async function ensureTemplate(server) {
  const name = `parvis_template_${hashMigrations()}`;
  const sql = connect(server);
  try {
    await sql`select pg_advisory_lock(${lock})`;
    await dropLeftovers(sql, name);
    const [known] = await sql`select 1 from pg_database where datname = ${name}`;
    if (known) return name;
    const draft = `${name}_draft`;
    await sql`drop database if exists ${sql(draft)} with (force)`;
    await sql.unsafe(`create database "${draft}" template template0 encoding 'UTF8' locale 'C.UTF-8'`);
    await migrateDatabase(urlOf(server, draft));
    await sql.unsafe(`alter database "${draft}" rename to "${name}"`);
    return name;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function hashMigrations() {
  const folder = inRoot("db", "migrations");
  const hash = createHash("sha256");
  for (const file of readdirSync(folder)
    .filter((entry) => entry.endsWith(".sql"))
    .sort())
    hash.update(file).update(readFileSync(join(folder, file)));
  for (const file of ["node_modules/pg-boss/package.json", "scripts/lib/migrations.mjs"])
    hash.update(readFileSync(inRoot(file)));
  return hash.digest("hex").slice(0, 12);
}

/**
 * Clones of runs that were killed, and templates of earlier schemas.
 * @param {import("postgres").Sql<{}>} sql
 * @param {string} current
 */
async function dropLeftovers(sql, current) {
  /** @type {{name: string}[]} */
  const rows =
    await sql`select datname as name from pg_database where datname like 'parvis\\_test\\_%' or datname like 'parvis\\_template\\_%'`;
  for (const { name } of rows) {
    const owner = /^parvis_test_(\d+)_/.exec(name)?.[1];
    const isOld = owner ? !isAlive(Number(owner)) : name !== current;
    if (isOld) await sql.unsafe(`drop database if exists "${name}"`).catch(() => undefined);
  }
}
