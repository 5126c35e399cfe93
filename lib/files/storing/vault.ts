import { createHash } from "node:crypto";
import { PassThrough, Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { inArray } from "drizzle-orm";
import { blobDeletions, pendingBlobs } from "@/db/schema/platform";
import { clock } from "@/lib/kernel/clock";
import { database, type Tx } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import { openStream, sealedSize, sealStream } from "./sealed-file";
import { newBlobKey, storage } from "@/lib/ports/storage";

/** Where sealed bytes lie, and what they were. */
export type StoredBlob = { storageKey: string; size: number; sha256: string };

/**
 * Seals bytes under their owner's key and stores them. Their key is written beforehand in `pending_blobs`: when nothing
 * adopts them within the hour, the worker erases them, so an upload cut in the middle leaves no orphan.
 */
export async function storeSealed(
  room: "wallet" | "demande" | "export",
  ownerKey: Buffer,
  plain: Readable | Buffer,
  maxBytes: number,
): Promise<StoredBlob> {
  const storageKey = newBlobKey(room);
  await database().insert(pendingBlobs).values({ storageKey, createdAt: clock.now() });
  const source = Buffer.isBuffer(plain) ? Readable.from([plain]) : plain;
  const measure = measuring();
  const sealed = new PassThrough();
  const putting = storage().put(storageKey, sealed, { maxBytes: sealedSize(maxBytes) });
  const stopWhenRefused = putting.catch(
    (error: unknown) => void sealed.destroy(error instanceof Error ? error : new Error("not stored")),
  );
  await Promise.all([putting, stopWhenRefused, pipeline(source, measure.stream, sealStream(ownerKey), sealed)]);
  return { storageKey, ...measure.result() };
}

/** Opens stored bytes. The stream fails with `SealBroken` when they were altered: throw away what came before. */
export async function openSealed(ownerKey: Buffer, storageKey: string): Promise<Readable> {
  const sealed = await storage().get(storageKey);
  const opened = openStream(ownerKey);
  pipeline(sealed, opened).catch((error: unknown) =>
    opened.destroy(error instanceof Error ? error : new Error("unreadable")),
  );
  return opened;
}

/** Seals under another key what one key opens: the copy that a demande keeps of a piece of the wallet (T7). */
export async function copySealed(
  from: { key: Buffer; storageKey: string },
  to: { room: "wallet" | "demande"; key: Buffer },
  maxBytes: number,
): Promise<StoredBlob> {
  return storeSealed(to.room, to.key, await openSealed(from.key, from.storageKey), maxBytes);
}

/** In the transaction that writes the rows which name them. Throws when the worker erased one meanwhile. */
export async function adoptBlobs(tx: Tx, blobs: readonly StoredBlob[]): Promise<void> {
  if (blobs.length === 0) return;
  const keys = blobs.map(({ storageKey }) => storageKey);
  const adopted = await tx
    .delete(pendingBlobs)
    .where(inArray(pendingBlobs.storageKey, keys))
    .returning({ key: pendingBlobs.storageKey });
  if (adopted.length !== keys.length) throw new Invariant("a stored file was erased before a row named it");
}

/** In the transaction that forgets them; the worker erases them afterwards. */
export async function forgetBlobs(tx: Tx, storageKeys: readonly string[]): Promise<void> {
  if (storageKeys.length === 0) return;
  const askedAt = clock.now();
  await tx.insert(blobDeletions).values(storageKeys.map((storageKey) => ({ storageKey, askedAt })));
}

function measuring() {
  const hash = createHash("sha256");
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      size += chunk.length;
      next(null, chunk);
    },
  });
  return { stream, result: () => ({ size, sha256: hash.digest("hex") }) };
}
