import { constants } from "node:fs";
import { copyFile, link, mkdir, open, opendir, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Alive } from "./watch";

type Copy = {
  from: string;
  to: string;
  /** An earlier copy of the same folder. A file that it has is linked, not copied: it takes no room twice. */
  earlier?: string | undefined;
  alive: Alive;
  onFiles?: (count: number) => void;
};

/**
 * Copies the stored files, which are sealed and never change once written. What is there already is left; what is erased meanwhile is
 * left out. Returns how many it brought.
 */
export async function copyFiles({ from, to, earlier, alive, onFiles }: Copy): Promise<number> {
  let count = 0;
  for await (const name of listFiles(from)) {
    alive();
    if (await bring(join(from, name), join(to, name), earlier && join(earlier, name))) count += 1;
    onFiles?.(count);
  }
  return count;
}

/** Names of whole files: what is being received waits in « incoming ». */
async function* listFiles(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder, { recursive: true }).catch(ignoring("ENOENT"));
  if (!entries) return;
  for await (const entry of entries) {
    const name = relative(folder, join(entry.parentPath, entry.name));
    if (entry.isFile() && !name.startsWith("incoming")) yield name;
  }
}

async function bring(source: string, target: string, earlier: string | undefined): Promise<boolean> {
  if (await stat(target).catch(ignoring("ENOENT"))) return false;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  if (earlier && (await isSame(source, earlier)) && (await isLinked(earlier, target))) return true;
  try {
    await copyFile(source, target, constants.COPYFILE_FICLONE);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
  await flush(target);
  return true;
}

async function isSame(source: string, earlier: string): Promise<boolean> {
  const [one, other] = await Promise.all([stat(source), stat(earlier)].map((read) => read.catch(ignoring("ENOENT"))));
  return one?.size !== undefined && one.size === other?.size;
}

/** A disk that knows no second name for a file gets a copy instead. */
async function isLinked(earlier: string, target: string): Promise<boolean> {
  return link(earlier, target).then(
    () => true,
    () => false,
  );
}

async function flush(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function ignoring(code: string): (error: unknown) => undefined {
  return (error) => {
    if (codeOf(error) !== code) throw error;
  };
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException | null)?.code;
