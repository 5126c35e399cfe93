import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat, unlink, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { noteNoRoom } from "@/lib/kernel/disk-room";
import { Final, NoRoom, Retryable } from "@/lib/kernel/errors";
import { bounded } from "./bounded";
import { BlobMissing, type Storage } from "./port";

/** Objects as files of a folder. A name is the hash of the key, so no key can lead elsewhere. */
export function openFolder(root: string): Storage {
  const placeOf = (key: string) => {
    const hash = createHash("sha256").update(key).digest("hex");
    return join(root, hash.slice(0, 2), hash.slice(2));
  };
  return {
    name: "folder",
    put: (key, body, { maxBytes }) => explained(() => write(root, placeOf(key), body, maxBytes)),
    get: (key) => explained(() => read(placeOf(key))),
    delete: (key) => explained(() => rm(placeOf(key), { force: true })),
    exists: (key) => explained(() => isThere(placeOf(key))),
  };
}

/** Written aside, flushed to the disk, then renamed: a crash leaves the whole file or none. */
async function write(root: string, place: string, body: Readable, maxBytes: number): Promise<{ size: number }> {
  const incoming = join(root, "incoming", randomBytes(16).toString("hex"));
  const folder = dirname(place);
  try {
    await Promise.all([
      mkdir(dirname(incoming), { recursive: true, mode: 0o700 }),
      mkdir(folder, { recursive: true, mode: 0o700 }),
    ]);
    const size = await fill(incoming, body, maxBytes);
    await rename(incoming, place);
    await flush(folder);
    return { size };
  } catch (error) {
    body.destroy();
    await unlink(incoming).catch(() => undefined);
    throw error;
  }
}

async function fill(path: string, body: Readable, maxBytes: number): Promise<number> {
  const file = await open(path, "wx", 0o600);
  try {
    const { stream, count } = bounded(maxBytes);
    await pipeline(body, stream, (source: AsyncIterable<Buffer>) => writeAll(file, source));
    await file.sync();
    return count();
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, source: AsyncIterable<Buffer>): Promise<void> {
  for await (const bytes of source) await file.writeFile(bytes);
}

/** The new name is on the disk too, not in memory only. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function read(place: string): Promise<Readable> {
  const file = await open(place, "r");
  return createReadStream("", { fd: file, highWaterMark: 64 * 1024 });
}

async function isThere(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === "ENOENT") return false;
      throw error;
    },
  );
}

const full: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EROFS"]);
const forEver: ReadonlySet<string | undefined> = new Set(["ENAMETOOLONG", "EISDIR", "ENOTDIR"]);

/** The errors of the system in our words: a full or failing disk may be repaired. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Final || error instanceof Retryable) throw error;
    const code = codeOf(error);
    if (code === "ENOENT") throw new BlobMissing();
    // Not an error of the disk: the sender's own stream broke. It is the caller's to understand.
    if (code === undefined || code.startsWith("ERR_")) throw error;
    if (full.has(code)) {
      noteNoRoom();
      throw new NoRoom();
    }
    throw forEver.has(code) ? new Final(`folder: ${code}`) : new Retryable(`folder: ${code}`);
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}
