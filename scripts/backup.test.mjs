import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jest } from "@jest/globals";
import postgres from "postgres";
import { inRoot } from "./lib/paths.mjs";
import { eraseHome, stopPostgresOf } from "./lib/postgres.mjs";

jest.setTimeout(120_000);

/** @type {string[]} */
const homes = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "parvis-backup-"));
  homes.push(folder);
  return folder;
};

/**
 * @param {string} script
 * @param {string} home
 * @param {...string} args
 */
function run(script, home, ...args) {
  const env = { ...process.env, DATABASE_URL: "", PARVIS_DATA_DIR: home };
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot("scripts", script), ...args], {
    env,
    encoding: "utf8",
  });
  return { status, text: stdout + stderr };
}

/**
 * Runs `work` on the database of `home`, which is started for it.
 * @template T
 * @param {string} home
 * @param {(sql: import("postgres").Sql<{}>) => Promise<T>} work
 */
async function onDatabase(home, work) {
  const script = `import { ensurePostgres } from ${JSON.stringify(inRoot("scripts/lib/postgres.mjs"))};
    const { url } = await ensurePostgres(); console.log(url); process.exit(0);`;
  const env = { ...process.env, PARVIS_DATA_DIR: home };
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { env, encoding: "utf8" });
  const sql = postgres(stdout.trim().split("\n").at(-1) ?? "", { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
    await stopPostgresOf(home);
  }
}

/**
 * Save that a backup was made, which is noted once it is.
 * @param {import("postgres").Sql<{}>} sql
 * @returns {Promise<{services: unknown[]}[]>}
 */
const everything = (sql) => sql`
  select (select json_agg(a order by id) from audit_events a where verb <> 'backup.made') as events, (select json_agg(r order by key) from rate_limits r) as limits,
    (select json_agg(s order by id) from services s) as services, (select json_agg(o order by id) from organisations o) as organisations`;

let home = "";
let copy = "";

beforeAll(async () => {
  home = newFolder();
  expect(run("seed.mjs", home)).toMatchObject({ status: 0 });
  mkdirSync(join(home, "files", "ab"), { recursive: true });
  writeFileSync(join(home, "files", "ab", "cdef"), "sealed bytes");
  await onDatabase(
    home,
    (sql) =>
      sql`insert into rate_limits (key, count, window_start, expires_at) values (${"tab\there"}, 3, now(), now())`,
  );
  const folder = newFolder();
  expect(run("backup.mjs", home, folder)).toMatchObject({ status: 0 });
  copy = onlyOf(folder);
});

afterAll(async () => {
  for (const folder of homes) await eraseHome(folder);
});

/**
 * What a folder holds, where it is one thing.
 * @param {string} folder
 */
const onlyOf = (folder) => join(folder, ...readdirSync(folder).slice(0, 1));

/** @param {string} place */
function keysOf(place) {
  /** @type {Record<import("./lib/secrets.mjs").Secret, string>} */
  const keys = JSON.parse(readFileSync(join(place, "secrets.json"), "utf8"));
  return keys;
}

/** An installation of its own that holds the keys of the first. */
function newHome(changes = {}) {
  const target = newFolder();
  writeFileSync(join(target, "secrets.json"), JSON.stringify({ ...keysOf(home), ...changes }));
  return target;
}

describe("a backup", () => {
  it("comes back whole in a new installation, proved by the check of integrity: rows, numbers and files", async () => {
    const target = newHome();
    const { status, text } = run("restore.mjs", target, copy);
    expect(status).toBe(0);
    expect(text).toContain("Tout est intact");
    const [before] = await onDatabase(home, everything);
    const [after] = await onDatabase(target, everything);
    expect(before?.services.length).toBeGreaterThan(0);
    expect(after).toEqual(before);
    expect(readFileSync(join(target, "files", "ab", "cdef"), "utf8")).toBe("sealed bytes");
    const [row] = await onDatabase(
      target,
      /** @returns {Promise<{id: string}[]>} */
      (sql) => sql`insert into blob_deletions (storage_key, asked_at) values ('x', now()) returning id`,
    );
    expect(Number(row?.id)).toBeGreaterThan(0);
  });

  it("holds no key, and no name in clear", () => {
    const { MASTER_KEY, SESSION_SECRET } = keysOf(home);
    for (const file of readdirSync(copy, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
      const text = readFileSync(join(file.parentPath, file.name), "latin1");
      for (const secret of [MASTER_KEY, SESSION_SECRET, "citoyenne@example.org", "Tilleuls"])
        expect(text.includes(secret)).toBe(false);
    }
  });

  it("is refused where its keys are not, and where they are others", () => {
    const without = run("restore.mjs", newFolder(), copy);
    expect(without.status).toBe(1);
    expect(without.text).toContain("le fichier des clés de cette sauvegarde");
    const others = run("restore.mjs", newHome({ MASTER_KEY: "A".repeat(43) }), copy);
    expect(others.status).toBe(1);
    expect(others.text).toContain("n’ouvrent pas cette sauvegarde");
  });

  it("is refused over data", () => {
    const { status, text } = run("restore.mjs", home, copy);
    expect(status).toBe(1);
    expect(text).toContain("contient déjà des données");
  });

  it("is refused when it was cut short", () => {
    const part = newFolder();
    cpSync(copy, part, { recursive: true });
    rmSync(join(part, "manifest.json"));
    expect(run("restore.mjs", home, part).text).toContain("n’est pas une sauvegarde complète");
    expect(existsSync(join(home, "secrets.json"))).toBe(true);
  });

  it("of a database that does not hold is put back, and said not to hold", async () => {
    const [row] = await onDatabase(
      home,
      /** @returns {Promise<{id: string}[]>} */
      (sql) =>
        sql`delete from demande_events where id = (select max(id) from demande_events) returning demande_id as id`,
    );
    const folder = newFolder();
    expect(run("backup.mjs", home, folder)).toMatchObject({ status: 0 });
    const { status, text } = run("restore.mjs", newHome(), onlyOf(folder));
    expect(status).toBe(1);
    expect(text).toContain(row?.id);
  });

  it("keeps beside an earlier one no file twice", () => {
    const folder = newFolder();
    cpSync(copy, join(folder, "parvis-2026-01-01T00-00-00"), { recursive: true });
    expect(run("backup.mjs", home, folder)).toMatchObject({ status: 0 });
    const places = readdirSync(folder).map((name) => statSync(join(folder, name, "files", "ab", "cdef")).ino);
    expect(places).toHaveLength(2);
    expect(new Set(places).size).toBe(1);
  });

  it("that cannot be written says so, and leaves nothing behind", () => {
    const folder = newFolder();
    writeFileSync(join(folder, "taken"), "");
    const { status, text } = run("backup.mjs", home, join(folder, "taken"));
    expect(status).toBe(1);
    expect(text).toMatch(/✗/);
    expect(readdirSync(folder)).toEqual(["taken"]);
  });
});
