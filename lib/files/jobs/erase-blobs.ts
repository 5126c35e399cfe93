import { asc, eq, gt, inArray, lt } from "drizzle-orm";
import { blobDeletions, pendingBlobs } from "@/db/schema/platform";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { untilNone } from "@/lib/upkeep/housekeeping";
import { isOver, type Limits } from "@/lib/upkeep/slices";

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
