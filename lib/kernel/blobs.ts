import { asc, eq, gt, inArray, lt } from "drizzle-orm";
import { blobDeletions, pendingBlobs } from "@/db/schema/platform";
import { clock } from "./clock";
import { database } from "./database";

/**
 * Objects of the store and rows of the database cannot be written together. So: the key is noted as pending before its bytes are
 * written; the row that needs it adopts it in its own transaction; what nobody adopted within the hour is erased. What a row
 * forgets is noted in its transaction, and erased here.
 */

/** A file that a browser will put in the store by itself: erased when nobody took it within the hour. */
export async function noteIncoming(storageKey: string): Promise<void> {
  await database().insert(pendingBlobs).values({ storageKey, createdAt: clock.now() });
}

/** The file was taken, or refused: the worker erases what lies in the store. */
export async function discardIncoming(storageKey: string): Promise<void> {
  await database().transaction(async (tx) => {
    const noted = tx.delete(pendingBlobs).where(eq(pendingBlobs.storageKey, storageKey));
    const rows = await noted.returning({ key: pendingBlobs.storageKey });
    if (rows.length > 0) await tx.insert(blobDeletions).values({ storageKey, askedAt: clock.now() });
  });
}

/** Gives up what was written more than an hour ago and never adopted. Returns how many objects. */
export async function giveUpPendingBlobs(): Promise<number> {
  return database().transaction(async (tx) => {
    const due = tx
      .select({ key: pendingBlobs.storageKey })
      .from(pendingBlobs)
      .where(lt(pendingBlobs.createdAt, clock.inMinutes(-60)))
      .limit(500);
    const keys = (await due.for("update", { skipLocked: true })).map(({ key }) => key);
    if (keys.length === 0) return 0;
    await tx.delete(pendingBlobs).where(inArray(pendingBlobs.storageKey, keys));
    await tx.insert(blobDeletions).values(keys.map((storageKey) => ({ storageKey, askedAt: clock.now() })));
    return keys.length;
  });
}

/**
 * Erases the bytes of forgotten objects with `erase`, oldest first. One that fails stays for the next time and stops nobody.
 * Erasing twice is harmless: a key is never used again.
 */
export async function eraseForgottenBlobs(
  erase: (storageKey: string) => Promise<void>,
  signal: AbortSignal,
): Promise<number> {
  const isStopped = () => signal.aborted;
  let erased = 0;
  let after = 0;
  while (!isStopped()) {
    const { id, storageKey } = blobDeletions;
    const rows = await database()
      .select({ id, storageKey })
      .from(blobDeletions)
      .where(gt(id, after))
      .orderBy(asc(id))
      .limit(100);
    if (rows.length === 0) break;
    for (const row of rows) {
      after = row.id;
      if (isStopped()) return erased;
      if (!(await succeeds(() => erase(row.storageKey)))) continue;
      await database().delete(blobDeletions).where(eq(id, row.id));
      erased += 1;
    }
  }
  return erased;
}

async function succeeds(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}
