import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGzip } from "node:zlib";
import { to } from "pg-copy-streams";
import type pg from "pg";
import { sealStream } from "@/lib/files/storing/sealed-file";
import { appliedMigrations, copied, listTables, type Table } from "./database";
import { tableFile, tableKey, type Contents } from "./layout";
import type { Alive } from "./watch";

/** Told now and then: the table at hand, and how much of the whole is done, from 0 to 1. */
export type OnProgress = (table: string, share: number) => void;

type Dump = { client: pg.Client; folder: string; key: Buffer; alive: Alive; onProgress: OnProgress };

/** Every table of the database as it was at one instant, each in a sealed file of `folder`, while the portal goes on. */
export async function dumpDatabase({ client, folder, key, alive, onProgress }: Dump): Promise<Omit<Contents, "files">> {
  await mkdir(join(folder, "tables"), { recursive: true, mode: 0o700 });
  await client.query("begin isolation level repeatable read read only");
  const found = await listTables(client);
  const total = found.reduce((sum, { size }) => sum + size, 0) || 1;
  let before = 0;
  const tables: Contents["tables"] = [];
  for (const table of found) {
    const onBytes = (bytes: number) => {
      alive();
      onProgress(table.name, (before + Math.min(bytes, table.size)) / total);
    };
    tables.push(await dumpTable(client, table, { file: tableFile(folder, table.name), key, onBytes }));
    before += table.size;
  }
  const migrations = await appliedMigrations(client);
  await client.query("commit");
  return { migrations, tables };
}

type Target = { file: string; key: Buffer; onBytes: (bytes: number) => void };

async function dumpTable(client: pg.Client, { name, columns }: Table, { file, key, onBytes }: Target) {
  const source = client.query(to(`copy ${copied({ name, columns })} to stdout`));
  const counted = countBytes(onBytes);
  await pipeline(
    source,
    counted.stream,
    createGzip({ level: constants.Z_BEST_SPEED }),
    sealStream(tableKey(key, name)),
    createWriteStream(file, { mode: 0o600, flush: true }),
  );
  // The number of lines comes after the last of them: once the connection answers again, it is there.
  await client.query("select 1");
  return { name, columns: [...columns], rows: source.rowCount, bytes: counted.bytes() };
}

/** Lets everything through, and tells after each piece how many bytes went by. */
export function countBytes(onBytes: (bytes: number) => void) {
  let bytes = 0;
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      bytes += chunk.length;
      onBytes(bytes);
      next(null, chunk);
    },
  });
  return { stream, bytes: () => bytes };
}
