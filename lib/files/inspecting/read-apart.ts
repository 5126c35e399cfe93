import { env } from "@/lib/kernel/env";
import { actorId, type Actor } from "@/lib/kernel/actor";
import type { Reading } from "../pool/place";
import { startPool, type Pool, type PoolLimits } from "../pool/pool";
import type { Sender } from "../pool/queue";
import type { ReadingKind } from "./verdict";

const mebibyte = 1024 * 1024;

export const poolLimits: PoolLimits = {
  readers: 2,
  lightBytes: mebibyte / 2,
  cpuMs: 2_000,
  lightCpuMs: 500,
  wallMs: 3_000,
  memoryBytes: 100 * mebibyte,
  idleMs: 10_000,
  queue: { ofOwner: 8, ofAddress: 24, all: 64, bytes: 200 * mebibyte },
};

const slot = globalThis as { parvisFilePool?: Pool };

/** The process's readers, started at the first file. */
function pool(): Pool {
  // A test must not fail because the machine is busy with others.
  const wallMs = env().NODE_ENV === "test" ? 60_000 : poolLimits.wallMs;
  slot.parvisFilePool ??= startPool({ ...poolLimits, wallMs });
  return slot.parvisFilePool;
}

/** Has a reader ready before the first file comes. */
export function warmReaders(): void {
  pool().keepWarm();
}

/**
 * Reads a stranger's bytes in a process apart, when the sender's turn has come. `maxBytes`: of what comes out. Refuses what
 * cannot be read within two seconds of processor and a hundred megabytes (`too_complex`), and what finds no room in
 * the line (`readers_busy`).
 */
export async function readApart<K extends ReadingKind>(
  kind: K,
  bytes: Buffer,
  sender: Sender,
  maxBytes: number,
): Promise<Reading<K>> {
  return pool().read({ kind, bytes, maxBytes, sender });
}

/** In whose name a file is read: the person where there is one, else the address. `address`: a key, never the address itself. */
export function senderOf(actor: Actor, address = "unknown"): Sender {
  const person = actorId(actor) ?? ("guest" in actor ? actor.guest : null);
  return { owner: person ?? address, address };
}
