import { asc, eq, gt, inArray, lt } from "drizzle-orm";
import { blobDeletions, pendingBlobs } from "@/db/schema/platform";
import { clock } from "./clock";
import { database } from "./database";
import { untilNone } from "./housekeeping";
import { isOver, type Limits } from "./slices";

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
export async function giveUpPendingBlobs(limits: Limits): Promise<number> {
  return untilNone(limits, giveUpSome);
}

async function giveUpSome(batch: number): Promise<number> {
  return database().transaction(async (tx) => {
    const due = tx
      .select({ key: pendingBlobs.storageKey })
      .from(pendingBlobs)
      .where(lt(pendingBlobs.createdAt, clock.inMinutes(-60)))
      .orderBy(asc(pendingBlobs.createdAt))
      .limit(batch);
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
  limits: Limits,
): Promise<number> {
  const { id, storageKey } = blobDeletions;
  let erased = 0;
  let after = 0;
  while (!isOver(limits)) {
    const rows = await database()
      .select({ id, storageKey })
      .from(blobDeletions)
      .where(gt(id, after))
      .orderBy(asc(id))
      .limit(100);
    const last = rows.at(-1);
    if (!last) break;
    for (const row of rows) erased += isOver(limits) ? 0 : await eraseOne(row, erase);
    after = last.id;
  }
  return erased;
}

async function eraseOne(
  row: { id: number; storageKey: string },
  erase: (key: string) => Promise<void>,
): Promise<number> {
  if (!(await succeeds(() => erase(row.storageKey)))) return 0;
  await database().delete(blobDeletions).where(eq(blobDeletions.id, row.id));
  return 1;
}

async function succeeds(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}
