import { and, desc, eq, inArray } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { statusesHolding } from "@/lib/vocabulary/demande-status";

/** A demande that counts in what one person may file of a démarche. */
export type QuotaHeld = { number: string; submittedAt: Date };

/** How many are named: who has more finds them in « Mes demandes ». */
const most = 5;

/**
 * F88: what takes all that the person may file of a démarche, last filed first, at most five; none when they may still file one, or
 * when nothing limits them. To be shown in the place of « Commencer ».
 */
export async function listQuotaHeld({ accountId }: Citizen, slug: string): Promise<readonly QuotaHeld[]> {
  const rows = await database()
    .select({
      number: demandes.number,
      submittedAt: demandes.submittedAt,
      quotaPerPerson: demarches.quotaPerPerson,
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(
      and(
        eq(demarches.slug, slug),
        eq(demandes.accountId, accountId),
        inArray(demandes.status, [...statusesHolding("place")]),
      ),
    )
    .orderBy(desc(demandes.submittedAt), desc(demandes.id))
    .limit(100);
  const quota = rows[0]?.quotaPerPerson ?? null;
  if (quota === null || rows.length < quota) return [];
  return rows
    .slice(0, most)
    .flatMap(({ number, submittedAt }) => (number && submittedAt ? [{ number, submittedAt }] : []));
}
