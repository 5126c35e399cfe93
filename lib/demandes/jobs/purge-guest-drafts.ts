import { and, asc, eq, exists, isNull, lt, sql } from "drizzle-orm";
import { attachments, demandes } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { purgeOne } from "../jobs";
import { daysToMinutes, demandeLimits } from "../limits";

const batch = 50;

/**
 * Erases the drafts without account that have files, seven days after their last change: whoever sends files and gives no name
 * must not fill the town's disk. The oldest first, so that a stop loses nothing.
 */
export async function purgeGuestDrafts(actor: System, { signal }: { signal: AbortSignal }): Promise<number> {
  let erased = 0;
  for (;;) {
    const found = await database()
      .select({ id: demandes.id })
      .from(demandes)
      .where(isOver())
      .orderBy(asc(demandes.updatedAt), asc(demandes.id))
      .limit(batch);
    const before = erased;
    for (const { id } of found) {
      if (signal.aborted) return erased;
      erased += (await purgeOne(actor, id, isOver())) ? 1 : 0;
    }
    // None of them: somebody holds them all, and the next run finds them.
    if (found.length < batch || erased === before) return erased;
  }
}

function isOver() {
  const files = database()
    .select({ one: sql`1` })
    .from(attachments)
    .where(eq(attachments.demandeId, demandes.id));
  const limit = clock.inMinutes(-daysToMinutes(demandeLimits.guestFilesDays));
  return and(eq(demandes.status, "draft"), isNull(demandes.accountId), lt(demandes.updatedAt, limit), exists(files));
}
