import { cpSync, existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { takeLock } from "./lib/install-lock.mjs";
import { inData } from "./lib/paths.mjs";
import { migrate, withDatabase } from "./lib/prepare.mjs";
import { main, Refusal, say } from "./lib/say.mjs";
import { isEmbedded, loadDotEnv } from "./lib/settings.mjs";
import { advanceSequences, appliedMigrations, countRows, listTables, loadTable } from "./lib/tables.mjs";

/** `npm run restore -- <backup>`: puts a backup back in an empty installation that holds the keys of that backup. */
await main(async () => {
  loadDotEnv();
  const { backup, manifest } = readBackup(process.argv[2]);
  if (!isEmbedded())
    throw new Refusal("La base de DATABASE_URL se restaure par pg_restore : voyez docs/exploitation.md.");
  if (!existsSync(inData("secrets.json")))
    throw new Refusal(`Remettez d’abord ${inData("secrets.json")}, le fichier des clés de cette sauvegarde.`);
  const release = takeLock(0);
  try {
    await withDatabase(({ url }) => fill(url, backup, manifest));
    if (existsSync(join(backup, "files"))) cpSync(join(backup, "files"), inData("files"), { recursive: true });
  } finally {
    release();
  }
  say(`Sauvegarde du ${manifest.at} remise en place. Vérifiez-la : npm run integrity`);
  process.exit(0);
});

function readBackup(path) {
  if (!path) throw new Refusal("Dites quelle sauvegarde remettre : npm run restore -- /chemin/de/la/sauvegarde");
  const backup = resolve(path);
  try {
    return { backup, manifest: JSON.parse(readFileSync(join(backup, "manifest.json"), "utf8")) };
  } catch {
    throw new Refusal(
      `${backup} n’est pas une sauvegarde complète : son fichier manifest.json manque ou est illisible.`,
    );
  }
}

async function fill(url, backup, manifest) {
  await migrate(url);
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await requireSameSchema(sql, manifest);
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      const known = await listTables(tx);
      for (const table of manifest.tables.filter(({ schema }) => schema === "public"))
        await fillTable(tx, table, known, backup);
      await advanceSequences(tx);
    });
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function requireSameSchema(sql, manifest) {
  const here = await appliedMigrations(sql);
  if (here.join() !== manifest.migrations.join())
    throw new Refusal(
      `Cette sauvegarde vient de la version ${manifest.version} : remettez-la avec cette version, puis mettez à jour.`,
    );
  for (const table of ["accounts", "demandes"])
    if ((await countRows(sql, { schema: "public", name: table })) > 0)
      throw new Refusal(
        "Cette installation contient déjà des données : remettez la sauvegarde dans un dossier neuf (PARVIS_DATA_DIR).",
      );
}

async function fillTable(tx, table, known, backup) {
  if (!known.some(({ schema, name }) => schema === table.schema && name === table.name))
    throw new Refusal(`La table ${table.name} de la sauvegarde n’existe pas ici.`);
  await tx`delete from ${tx(table.schema)}.${tx(table.name)}`;
  await loadTable(tx, table, join(backup, "tables"));
  const rows = await countRows(tx, table);
  if (rows !== table.rows)
    throw new Refusal(`La table ${table.name} a ${rows} lignes au lieu de ${table.rows} : rien n’a été remis.`);
}
