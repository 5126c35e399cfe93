import { access, statfs } from "node:fs/promises";
import { join } from "node:path";
import { clock } from "./clock";
import { env } from "./env";
import { NoRoom } from "./errors";

export type DiskRoom = {
  /** « low »: an administrator should look. « full »: files are refused, and the portal would not start. */
  state: "enough" | "low" | "full";
  /** Null where no disk of this machine keeps anything of ours, or it cannot be read. */
  freeMegabytes: number | null;
  leastMegabytes: number;
};

type Free = { megabytes: number; files: number };

/** How long one look at the disk serves, and how long a refusal to write is believed, in milliseconds. */
const freshness = 5_000;
const memory = 60_000;
/** Below this many times the mark, administrators are told. */
const warning = 5;
/** A disk also refuses for want of files, each stored file being one. */
const leastFiles = 1_000;

type Known = { lastLook?: { at: number; free: Promise<Free | null> }; refusedAt: number };
/** One for the process: the pages, the actions and the routes are bundled apart, and each would remember its own refusals alone. */
const slot = globalThis as { parvisDiskRoom?: Known };

function known(): Known {
  slot.parvisDiskRoom ??= { refusedAt: -Infinity };
  return slot.parvisDiskRoom;
}

/** What is left on the disk that keeps the files, or the embedded database, against PARVIS_MIN_FREE_MB. */
export async function diskRoom(): Promise<DiskRoom> {
  const now = clock.now().getTime();
  const { lastLook, refusedAt } = known();
  const isFresh = lastLook && Math.abs(now - lastLook.at) < freshness;
  const { free } = isFresh ? lastLook : (known().lastLook = { at: now, free: look() });
  return judgeRoom(await free, env().PARVIS_MIN_FREE_MB, Math.abs(now - refusedAt) < memory);
}

/** Whether files may still be stored. */
export async function hasRoom(): Promise<boolean> {
  return (await diskRoom()).state !== "full";
}

/** Somebody was refused a write for want of room: a disk, or the database, wherever it is. */
export function noteNoRoom(): void {
  known().refusedAt = clock.now().getTime();
}

/** Pure. `wasRefused`: a write failed lately, which counts more than any figure. */
export function judgeRoom(free: Free | null, leastMegabytes: number, wasRefused: boolean): DiskRoom {
  const freeMegabytes = free?.megabytes ?? null;
  const isShort = free !== null && (free.megabytes < leastMegabytes || free.files < leastFiles);
  if (wasRefused || isShort) return { state: "full", freeMegabytes, leastMegabytes };
  const isLow = free !== null && free.megabytes < warning * leastMegabytes;
  return { state: isLow ? "low" : "enough", freeMegabytes, leastMegabytes };
}

/** By the codes of the system and of Postgres, whatever wraps them. */
export function isNoRoom(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof NoRoom) return true;
  const isCode = "code" in error && /^(53100|ENOSPC|EDQUOT|EROFS)$/.test(String(error.code));
  return isCode || (error.cause !== error && isNoRoom(error.cause));
}

async function look(): Promise<Free | null> {
  const { PARVIS_DATA_DIR, drivers } = env();
  try {
    if (drivers.storage !== "folder") await access(join(PARVIS_DATA_DIR, "postgres"));
    const { bavail, bsize, files, ffree } = await statfs(PARVIS_DATA_DIR);
    // Some file systems do not count their files, and say zero.
    return { megabytes: Math.floor((bavail * bsize) / 1024 ** 2), files: files === 0 ? Infinity : ffree };
  } catch {
    return null;
  }
}
