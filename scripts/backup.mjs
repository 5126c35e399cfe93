import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { requireFreeSpace } from "./lib/disk.mjs";
import { inData, inRoot } from "./lib/paths.mjs";
import { withDatabase } from "./lib/prepare.mjs";
import { main, Refusal, say } from "./lib/say.mjs";
import { isEmbedded, loadDotEnv } from "./lib/settings.mjs";
import { appliedMigrations, countRows, dumpTable, listTables } from "./lib/tables.mjs";

/**
 * `npm run backup -- <folder>`: the database as it was at one instant, and the encrypted files, while the portal runs. The keys are
 * not in it: a backup that is stolen opens nothing.
 */
await main(async () => {
  loadDotEnv();
  const parent = process.argv[2];
  if (!parent) throw new Refusal("Dites où écrire la sauvegarde : npm run backup -- /chemin/du/dossier");
  if (!isEmbedded())
    throw new Refusal(
      "La base de DATABASE_URL se sauvegarde par pg_dump et par l’archivage de son hébergeur : voyez docs/exploitation.md.",
    );
  requireFreeSpace(resolve(parent));
  const name = `parvis-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}`;
  const draft = join(resolve(parent), `${name}.incomplete`);
  mkdirSync(join(draft, "tables"), { recursive: true, mode: 0o700 });
  // Once before, once after: a file erased meanwhile is in the first copy, a file added meanwhile in the second.
  copyFiles(draft);
  await withDatabase(({ url }) => dumpDatabase(url, draft));
  copyFiles(draft);
  renameSync(draft, join(resolve(parent), name));
  say(`Sauvegarde écrite dans ${join(resolve(parent), name)}.`);
  say(`Gardez à part ${inData("secrets.json")} : sans lui, la sauvegarde ne s’ouvre pas.`);
  process.exit(0);
});

function copyFiles(folder) {
  if (existsSync(inData("files"))) cpSync(inData("files"), join(folder, "files"), { recursive: true, force: false });
}

async function dumpDatabase(url, folder) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin("isolation level repeatable read read only", async (tx) => {
      const tables = [];
      for (const table of await listTables(tx)) {
        await dumpTable(tx, table, join(folder, "tables"));
        tables.push({ ...table, rows: await countRows(tx, table) });
      }
      const { version } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
      const manifest = { version, at: new Date().toISOString(), migrations: await appliedMigrations(tx), tables };
      writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`, {
        mode: 0o600,
        flush: true,
      });
    });
  } finally {
    await sql.end({ timeout: 2 });
  }
}
