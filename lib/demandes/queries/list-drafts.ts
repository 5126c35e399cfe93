import { and, desc, eq, sql, type SQL } from "drizzle-orm";
import { attachments, demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { whyUnavailable } from "@/lib/demarches/status";
import { isoDay } from "@/lib/shared/dates";
import { demandeLimits, eraseDay } from "../limits";
import { ownedBy } from "../scope";
import { toStep, type DraftSummary } from "../types";

/** Drafts of the actor, last written first (F128). With a guest key, those begun on this device too. */
export async function listDrafts(actor: Actor): Promise<DraftSummary[]> {
  return select(actor);
}

/** Those of one démarche, shown before another is begun (X33). */
export async function listDraftsOf(actor: Actor, slug: string): Promise<DraftSummary[]> {
  return select(actor, eq(demarches.slug, slug));
}

async function select(actor: Actor, more?: SQL): Promise<DraftSummary[]> {
  const rows = await database()
    .select({
      id: demandes.id,
      demarcheTitle: demarches.title,
      step: demandes.step,
      startedAt: demandes.createdAt,
      savedAt: demandes.updatedAt,
      isGuest: sql<boolean>`${demandes.accountId} is null`,
      rules: {
        opensOn: demarches.opensOn,
        closesOn: demarches.closesOn,
        quota: demarches.quota,
        quotaUsed: demarches.quotaUsed,
      },
      hasFiles: sql<boolean>`exists (select 1 from ${attachments} where ${attachments.demandeId} = ${demandes.id})`,
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(and(eq(demandes.status, "draft"), ownedBy(actor), more))
    .orderBy(desc(demandes.updatedAt), desc(demandes.id))
    .limit(2 * demandeLimits.drafts);
  return rows.map(({ isGuest, hasFiles, rules, ...row }) => ({
    ...row,
    unavailable: whyUnavailable(rules, isoDay(clock.now())),
    step: toStep(row.step),
    erasedOn: eraseDay(row.savedAt, { isGuest, hasFiles }),
  }));
}
