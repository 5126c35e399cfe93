import { crc32 } from "node:zlib";

/** A file of an archive, as its central directory tells it. */
export type ZipFile = { path: string; bytes: Buffer; isUtf8: boolean };

/**
 * Reads a small ZIP of stored files by its central directory, as the tools that people have do, and checks each file against
 * its CRC: the oracle of what we write, which shares nothing with it.
 */
export function readZip(archive: Buffer): ZipFile[] {
  const end = archive.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0) throw new Error("no end of central directory");
  const files: ZipFile[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.toString("latin1", at, at + 4) !== "PK\x01\x02") throw new Error("no entry where one was announced");
    const [names, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    files.push(readFile(archive, at, names));
    at += 46 + names + extra + comment;
  }
  return files;
}

function readFile(archive: Buffer, at: number, names: number): ZipFile {
  const path = archive.toString("utf8", at + 46, at + 46 + names);
  if (archive.readUInt16LE(at + 10) !== 0) throw new Error(`${path} is not stored as it is`);
  const local = archive.readUInt32LE(at + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(start, start + archive.readUInt32LE(at + 24));
  if (crc32(bytes) !== archive.readUInt32LE(at + 16)) throw new Error(`${path} is not what its sum says`);
  return { path, bytes, isUtf8: (archive.readUInt16LE(at + 8) & 0x800) !== 0 };
}
