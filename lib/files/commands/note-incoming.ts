import { eq } from "drizzle-orm";
import { blobDeletions, pendingBlobs } from "@/db/schema/platform";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";

/**
 * Objects of the store and rows of the database cannot be written together. So: the key is noted as pending before its bytes are
 * written; the row that needs it adopts it in its own transaction; what nobody adopted within the hour is erased. What a row
 * forgets is noted in its transaction. Both are erased by jobs/erase-blobs.ts.
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
