import { and, asc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { attachments, demandes } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { newerThan } from "@/lib/kernel/page-cursor";
import { oneByOne, type Limits } from "@/lib/upkeep/slices";
import type { DemandeId } from "@/lib/shared/ids";
import { purgeOne } from "./purge-drafts";
import { daysToMinutes, demandeLimits } from "../rules/limits";

const batch = 50;
type Draft = { id: DemandeId; at: Date };

/**
 * Erases the drafts without account that have files, seven days after their last change: whoever sends files and gives no name
 * must not fill the town's disk.
 */
export async function purgeGuestDrafts(actor: System, limits: Limits): Promise<number> {
  return oneByOne<Draft>(limits, {
    size: batch,
    find: (last) =>
      database()
        .select({ id: demandes.id, at: demandes.updatedAt })
        .from(demandes)
        .where(and(isOver(), newerThan(demandes.updatedAt, demandes.id, last)))
        .orderBy(asc(demandes.updatedAt), asc(demandes.id))
        .limit(batch),
    handle: ({ id }) => purgeOne(actor, id, isOver()),
  });
}

/** A file is looked for draft by draft: with « exists » Postgres reads every attachment of the town at once. */
function isOver() {
  const file = database()
    .select({ id: attachments.id })
    .from(attachments)
    .where(eq(attachments.demandeId, demandes.id))
    .limit(1);
  const limit = clock.inMinutes(-daysToMinutes(demandeLimits.guestFilesDays));
  return and(
    eq(demandes.status, "draft"),
    isNull(demandes.accountId),
    lt(demandes.updatedAt, limit),
    isNotNull(sql`${file}`),
  );
}
