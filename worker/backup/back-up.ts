import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { z } from "zod";
import { clock } from "@/lib/kernel/clock";
import { connect } from "./database";
import { dumpDatabase, type OnProgress } from "./dump";
import { copyFiles } from "./files";
import { newBackupKey, writeManifest } from "./layout";
import { daily, folderName, isWhole, listBackups } from "./shelf";
import { watch, type Alive } from "./watch";

export type Wanted = {
  url: string;
  /** Where backups are kept: each is a folder of it. */
  parent: string;
  /** The stored files; null where they are kept elsewhere (S3, UploadThing). */
  files: string | null;
  isDaily: boolean;
  onProgress: OnProgress;
  onFiles: (count: number) => void;
  /** Seconds without progress after which it is given up. */
  patience?: number;
};

export type Made = { folder: string; lines: number; files: number; bytes: number };

/** Another backup of this portal is being written. */
export class Busy extends Error {
  constructor() {
    super("backup: another is being written");
    this.name = "Busy";
  }
}

/** « parvis » in figures, and two: whoever writes a backup holds this lock. */
const lock = 7_278_476;

/**
 * The database as it was at one instant, and the stored files, while the portal goes on: a new folder of `parent`, complete or not
 * there at all. Throws `Busy`, `Stalled`, and what the disk and the database throw.
 */
export async function backUp({ patience = 60, ...wanted }: Wanted): Promise<Made> {
  const { url, parent, isDaily } = wanted;
  const at = clock.now();
  const folder = join(parent, folderName(at, isDaily));
  const draft = `${folder}.incomplete`;
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ is_ours: boolean }>("select pg_try_advisory_lock($1) as is_ours", [lock]);
    if (!rows[0]?.is_ours) throw new Busy();
    await mkdir(draft, { mode: 0o700 });
    const made = await watch(patience, (alive) => fill(draft, { ...wanted, client, at, alive }));
    await rename(draft, folder);
    return { folder, ...made };
  } catch (error) {
    // A disk filled by half a backup would stop the portal too. One that no longer answers is not waited for.
    const gone = rm(draft, { recursive: true, force: true }).catch(() => undefined);
    await Promise.race([gone, sleep(5_000, undefined, { ref: false })]);
    throw error;
  } finally {
    // Not awaited: a server that no longer answers would hold the end too.
    void client.end().catch(() => undefined);
  }
}

type Filling = Omit<Wanted, "patience" | "url"> & { client: pg.Client; at: Date; alive: Alive };

async function fill(draft: string, { client, parent, files: from, at, alive, onProgress, onFiles }: Filling) {
  const { wrapped, key } = newBackupKey();
  const to = join(draft, "files");
  const [last] = (await listBackups(parent)).filter(isWhole);
  const earlier = last && join(parent, last, "files");
  const bring = (already: number) =>
    from ? copyFiles({ from, to, earlier, alive, onFiles: (count) => onFiles(already + count) }) : 0;
  // Once before, once after: a file erased meanwhile is in the first copy, a file added meanwhile in the second.
  const before = await bring(0);
  const { migrations, tables } = await dumpDatabase({ client, folder: draft, key, alive, onProgress });
  const files = before + (await bring(before));
  await writeManifest(draft, { version: await ownVersion(), at, wrapped, contents: { migrations, tables, files } });
  const lines = tables.reduce((sum, table) => sum + table.rows, 0);
  return { lines, files, bytes: await sizeOf(join(draft, "tables")) };
}

/**
 * Erases the oldest daily backups beyond those that are kept, and what a power cut left of one. Others are never touched. Those dated
 * later than now, by a clock that ran ahead, count as the oldest: else each new one would be erased as soon as it is made.
 */
export async function tidy(parent: string, kept: number): Promise<void> {
  const ours = (await listBackups(parent)).filter((name) => daily.test(name));
  const latest = folderName(clock.horizon(), true);
  const whole = ours.filter(isWhole);
  const inOrder = [...whole.filter((name) => name <= latest), ...whole.filter((name) => name > latest)];
  const gone = [...inOrder.slice(kept), ...ours.filter((name) => !isWhole(name))];
  for (const name of gone) await rm(join(parent, name), { recursive: true, force: true });
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function ownVersion(): Promise<string> {
  const text = await readFile(join(process.cwd(), "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
