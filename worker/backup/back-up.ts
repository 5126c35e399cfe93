import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { clock } from "@/lib/kernel/clock";
import { dumpDatabase, type OnProgress } from "./dump";
import { copyFiles } from "./files";
import { newBackupKey, writeManifest } from "./layout";
import { watch, type Alive } from "./watch";

export type Wanted = {
  url: string;
  /** Where backups are kept: each is a folder of it. */
  parent: string;
  /** The stored files; null where they are kept elsewhere (S3, UploadThing). */
  files: string | null;
  onProgress: OnProgress;
  onFiles: (count: number) => void;
  /** Seconds without progress after which it is given up. */
  patience?: number;
};

export type Made = { folder: string; rows: number; files: number; bytes: number };

/**
 * The database as it was at one instant, and the stored files, while the portal goes on: a new folder of `parent`, complete or not
 * there at all.
 */
export async function backUp({ parent, patience = 60, ...wanted }: Wanted): Promise<Made> {
  const at = clock.now();
  const folder = join(parent, `parvis-${at.toISOString().slice(0, 19).replaceAll(":", "-")}`);
  const draft = `${folder}.incomplete`;
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    const made = await watch(patience, (alive) => fill(draft, { ...wanted, parent, at, alive }));
    await rename(draft, folder);
    return { folder, ...made };
  } catch (error) {
    // A disk filled by half a backup would stop the portal too. One that no longer answers is not waited for.
    const gone = rm(draft, { recursive: true, force: true }).catch(() => undefined);
    await Promise.race([gone, sleep(5_000, undefined, { ref: false })]);
    throw error;
  }
}

type Filling = Omit<Wanted, "patience"> & { at: Date; alive: Alive };

async function fill(draft: string, { url, parent, files: from, at, alive, onProgress, onFiles }: Filling) {
  const { wrapped, key } = newBackupKey();
  const to = join(draft, "files");
  const earlier = await findEarlier(parent);
  const bring = () => (from ? copyFiles({ from, to, earlier, alive, onFiles }) : 0);
  // Once before, once after: a file erased meanwhile is in the first copy, a file added meanwhile in the second.
  const before = await bring();
  const { migrations, tables } = await dumpDatabase({ url, folder: draft, key, alive, onProgress });
  const files = before + (await bring());
  await writeManifest(draft, { version: await ownVersion(), at, wrapped, contents: { migrations, tables, files } });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { rows, files, bytes: await sizeOf(join(draft, "tables")) };
}

/** The files of the last whole backup of the same folder, if there is one. */
async function findEarlier(parent: string): Promise<string | undefined> {
  const names = (await readdir(parent)).filter((name) => /^parvis-[\dT-]+$/.test(name)).sort();
  const last = names.at(-1);
  return last && join(parent, last, "files");
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function ownVersion(): Promise<string> {
  const text = await readFile(join(process.cwd(), "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
