import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, linkSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { fillTown } from "../db/test/fill-town.ts";
import { inRoot, root } from "../scripts/lib/paths.mjs";
import { ensurePostgres, eraseHome, stopPostgresOf } from "../scripts/lib/postgres.mjs";
import { beginRun, endRun } from "../scripts/lib/run.mjs";
import { main, Refusal, say } from "../scripts/lib/say.mjs";

/**
 * `npm run bench:town -- 1000000`: a town of that many demandes (200,000 unless told) saved, restored elsewhere and read whole by the
 * three commands that an operator has. Prints how long each took, what it weighs, and the most memory that its process held.
 */
const demandes = Number(process.argv[2] || 200_000);
const files = 2_000;
const place = inRoot(".data", "bench-town");
const home = join(place, "town");
const elsewhere = join(place, "elsewhere");
const backups = join(place, "backups");
/** @type {{name: string, seconds: number, peak: number | void}[]} */
const rows = [];
beginRun(() => void endRun().then(() => process.exit(1)));

await main(async () => {
  if (!Number.isInteger(demandes) || demandes < 1_000)
    throw new Refusal("Donnez un nombre de demandes, 1000 au moins.");
  await clear();
  mkdirSync(home, { recursive: true });
  mkdirSync(elsewhere, { recursive: true });
  process.env.PARVIS_DATA_DIR = home;
  const { url } = await ensurePostgres({ home, durable: false });
  await command("seed.mjs", home);
  await timed(`${demandes} demandes écrites`, () => fill(url));
  await command("integrity.mjs", home);
  await command("backup.mjs", home, backups);
  await stopPostgresOf(home);
  const backup = join(backups, ...readdirSync(backups).slice(0, 1));
  cpSync(join(home, "secrets.json"), join(elsewhere, "secrets.json"));
  await command("restore.mjs", elsewhere, backup);
  console.log(`\n${demandes} demandes, sauvegarde de ${megabytes(backup)} Mo`);
  for (const { name, seconds, peak } of rows)
    console.log(`  ${name.padEnd(34)} ${seconds.toFixed(1).padStart(8)} s  ${peak ? `${peak} Mo au plus` : ""}`);
  await clear();
  process.exit();
});

async function clear() {
  for (const folder of [home, elsewhere]) await eraseHome(folder);
  rmSync(place, { recursive: true, force: true });
}

/**
 * The demonstration gives a key and a sealed file; every demande has that key, and two thousand that file.
 * @param {string} url
 */
async function fill(url) {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  /** @type {{key: string, file: string}[]} */
  const [model] =
    await sql`select d.file_key as key, a.storage_key as file from attachments a join demandes d on d.id = a.demande_id
    where a.scan = 'clean' limit 1`;
  if (!model) throw new Refusal("La ville de démonstration n’a pas de fichier à reprendre.");
  await fillTown(sql, { demandes, fileKey: model.key, hasFiles: false });
  /** @type {{key: string}[]} */
  const added =
    await sql`insert into attachments (id, demande_id, field_path, origin, added_in, position, name, media_type, size, sha256,
      storage_key, scan, is_frozen, created_at)
    select gen_random_uuid(), d.id, 'act.identity', 'device', 1, 0, a.name, a.media_type, a.size, a.sha256, 'demande/' || d.id, 'clean', true,
      d.created_at
    from attachments a, (select id, created_at from demandes where file_key = ${model.key} and revision > 0 limit ${files}) d
    where a.storage_key = ${model.file} returning storage_key as key`;
  for (const { key } of added) {
    mkdirSync(join(fileOf(key), ".."), { recursive: true });
    linkSync(fileOf(model.file), fileOf(key));
  }
  await sql.end();
}

/** @param {string} key */
function fileOf(key) {
  const hash = createHash("sha256").update(key).digest("hex");
  return join(home, "files", hash.slice(0, 2), hash.slice(2));
}

/**
 * @param {string} script
 * @param {string} dataDir
 * @param {...string} args
 */
async function command(script, dataDir, ...args) {
  await timed(script, async () => {
    const env = { ...process.env, PARVIS_DATA_DIR: dataDir, DATABASE_URL: "" };
    const child = spawn(process.execPath, [inRoot("scripts", script), ...args], { cwd: root, env, stdio: "inherit" });
    let peak = 0;
    const timer = setInterval(() => (peak = Math.max(peak, ...memoryOf(child.pid ?? 0))), 500);
    const status = await new Promise((resolve) => child.once("close", resolve));
    clearInterval(timer);
    if (status !== 0) throw new Refusal(`${script} a fini par le code ${status}.`);
    return peak;
  });
}

/**
 * @param {string} name
 * @param {() => Promise<number | void>} work gives the most memory that it held, in MB
 */
async function timed(name, work) {
  say(`${name}…`);
  const begun = performance.now();
  const peak = await work();
  rows.push({ name, seconds: (performance.now() - begun) / 1_000, peak });
}

/**
 * Most memory, in MB, that the command and the program which it runs have held. Nothing where there is no /proc.
 * @param {number} pid
 */
function memoryOf(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return [pid, ...children].map((one) => {
      const text = readFileSync(`/proc/${one}/status`, "utf8");
      return Math.round(Number(/VmHWM:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1_024);
    });
  } catch {
    return [];
  }
}

/** @param {string} folder */
function megabytes(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.round(
    entries.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / 1e6,
  );
}
