import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { from } from "pg-copy-streams";
import type pg from "pg";
import { openStream, SealBroken } from "@/lib/files/storing/sealed-file";
import { advanceSequences, appliedMigrations, connect, copied, listTables, quoted } from "./database";
import { countBytes, type OnProgress } from "./dump";
import { tableFile, tableKey, type Backup, type Contents } from "./layout";
import { rebuild, strip } from "./structure";
import type { Alive } from "./watch";

/** Why a backup is not put back. Nothing was written. */
export class CannotLoad extends Error {
  constructor(
    readonly reason: "other_version" | "not_empty" | "unknown_table" | "lines_missing" | "damaged",
    readonly subject = "",
  ) {
    super(`restore: ${reason} ${subject}`);
    this.name = "CannotLoad";
  }
}

type Load = {
  url: string;
  backup: Backup;
  alive: Alive;
  onProgress: OnProgress;
  /** Told before each key, index or link that is made: which of how many. */
  onPiece: (name: string, done: number, total: number) => void;
};

/** A key or an index over a very large table may take long without a word: seconds that are left to each. */
const pieceSeconds = 3_600;

/**
 * Puts the tables of a backup in the migrated and empty database at `url`: all of them or none. Keys and indexes are made once the
 * lines are there, which is several times faster, and needs no more rights than to own the tables. Throws `CannotLoad`.
 */
export async function loadDatabase({ url, backup, alive, onProgress, onPiece }: Load): Promise<void> {
  const client = await connect(url);
  try {
    await requireReady(client, backup.contents);
    await client.query("begin");
    await client.query("set local maintenance_work_mem = '256MB'");
    const structure = await strip(client);
    await loadTables(client, backup, alive, onProgress);
    await rebuild(client, structure, (...piece) => {
      alive(pieceSeconds);
      onPiece(...piece);
    });
    alive();
    await advanceSequences(client);
    await client.query("commit");
    alive(pieceSeconds);
    await client.query("analyze");
  } finally {
    // Not awaited: a server that no longer answers would hold the end too.
    void client.end().catch(() => undefined);
  }
}

/** Throws `CannotLoad` where `loadDatabase` would: before anything else of the backup is put back. */
export async function checkTarget(url: string, { contents }: Backup): Promise<void> {
  const client = await connect(url);
  try {
    await requireReady(client, contents);
  } finally {
    void client.end().catch(() => undefined);
  }
}

async function requireReady(client: pg.Client, { migrations, tables }: Contents): Promise<void> {
  if ((await appliedMigrations(client)).join() !== migrations.join()) throw new CannotLoad("other_version");
  const known = new Set((await listTables(client)).map(({ name }) => name));
  for (const { name } of tables) if (!known.has(name)) throw new CannotLoad("unknown_table", name);
  for (const name of ["accounts", "demandes"]) {
    const { rows } = await client.query(`select from ${quoted(name)} limit 1`);
    if (rows.length > 0) throw new CannotLoad("not_empty");
  }
}

async function loadTables(client: pg.Client, { folder, key, contents }: Backup, alive: Alive, onProgress: OnProgress) {
  const total = contents.tables.reduce((sum, { bytes }) => sum + bytes, 0) || 1;
  let before = 0;
  for (const table of contents.tables) {
    const { name, bytes } = table;
    // What the migrations themselves wrote is in the backup too.
    await client.query(`truncate ${quoted(name)}`);
    const { stream } = countBytes((read) => {
      alive();
      onProgress(name, (before + read) / total);
    });
    const target = client.query(from(`copy ${copied(table)} from stdin`));
    const file = createReadStream(tableFile(folder, name));
    await pipeline(file, openStream(tableKey(key, name)), createGunzip(), stream, target).catch((error: unknown) => {
      throw isOfBackup(error) ? new CannotLoad("damaged", name) : error;
    });
    if (target.rowCount !== table.rows) throw new CannotLoad("lines_missing", name);
    before += bytes;
  }
}

/** Whether what failed is the file of the backup, absent, cut or altered, rather than the database. */
function isOfBackup(error: unknown): boolean {
  return error instanceof SealBroken || /^(ENOENT|Z_\w+)$/.test(String((error as NodeJS.ErrnoException).code));
}
