import { and, eq, isNull, sql } from "drizzle-orm";
import { attachments, demandes } from "@/db/schema/demandes";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { env } from "@/lib/kernel/env";
import { leastCounted } from "@/lib/files/storing/ceilings";

/** How long one sum serves this process, in milliseconds; what it added since is counted with it. */
const freshness = 10_000;
let last: { at: number; bytes: number } | undefined;

/**
 * Whether the drafts of all who have no account may hold `bytes` more (GUEST_FILES_MB). What was filed is not counted: it is the
 * town's to keep.
 */
export async function hasGuestRoom(bytes: number): Promise<boolean> {
  const now = clock.now().getTime();
  if (!last || Math.abs(now - last.at) >= freshness) last = { at: now, bytes: await sumOfGuestDrafts() };
  if (last.bytes + bytes > env().GUEST_FILES_MB * 1024 ** 2) return false;
  last.bytes += Math.max(bytes, leastCounted);
  return true;
}

async function sumOfGuestDrafts(): Promise<number> {
  const [row] = await database()
    .select({ bytes: sql<string>`coalesce(sum(greatest(${attachments.size}, ${leastCounted})), 0)` })
    .from(demandes)
    .innerJoin(attachments, eq(attachments.demandeId, demandes.id))
    .where(and(eq(demandes.status, "draft"), isNull(demandes.accountId)));
  return Number(row?.bytes ?? 0);
}
