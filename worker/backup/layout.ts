import { hkdfSync } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { newWrappedKey, seal, unseal, unwrapKey } from "@/lib/kernel/crypto";

/**
 * A backup is a folder: « manifest.json », « tables/ », one sealed file a table, and « files/ », the stored files as they are, sealed
 * already. Each backup has its own key, wrapped by the installation's master key and kept in the manifest: without that key, kept
 * elsewhere, nothing in it can be read.
 */
const contents = z.object({
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      /** Of the table as text, before it is compressed. */
      bytes: z.number().int(),
    }),
  ),
  files: z.number().int(),
});
export type Contents = z.infer<typeof contents>;

const manifest = z.object({ version: z.string(), at: z.iso.datetime(), key: z.string(), contents: z.string() });

export type Backup = { folder: string; version: string; at: string; key: Buffer; contents: Contents };

/** Not a whole backup, or not one of this installation. `reason` chooses the sentence. */
export class Unreadable extends Error {
  constructor(readonly reason: "incomplete" | "other_keys") {
    super(`backup: ${reason}`);
    this.name = "Unreadable";
  }
}

export function newBackupKey(): { wrapped: string; key: Buffer } {
  const wrapped = newWrappedKey("backup");
  return { wrapped, key: unwrapKey("backup", wrapped) };
}

/** Written last: a folder without it is no backup. Its table of contents is sealed too, so that no table can be put in another's place. */
export async function writeManifest(
  folder: string,
  facts: { version: string; at: Date; wrapped: string; contents: Contents },
): Promise<void> {
  const { version, at, wrapped } = facts;
  const written = {
    version,
    at: at.toISOString(),
    key: wrapped,
    contents: seal("backup", JSON.stringify(facts.contents)),
  };
  const options = { mode: 0o600, flush: true };
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify(written, null, 2)}\n`, options);
}

/** Opens the manifest of a backup. Throws `Unreadable`. */
export async function readManifest(folder: string): Promise<Backup> {
  const {
    key,
    contents: sealed,
    ...facts
  } = await readFile(join(folder, "manifest.json"), "utf8")
    .then((text) => manifest.parse(JSON.parse(text)))
    .catch(() => {
      throw new Unreadable("incomplete");
    });
  try {
    return {
      folder,
      ...facts,
      key: unwrapKey("backup", key),
      contents: contents.parse(JSON.parse(unseal("backup", sealed))),
    };
  } catch {
    throw new Unreadable("other_keys");
  }
}

export const tableFile = (folder: string, name: string): string => join(folder, "tables", `${name}.copy.gz.sealed`);

/** The key of one table's file: the file of another, put in its place, does not open. */
export function tableKey(key: Buffer, name: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", `backup table ${name}`, 32));
}
