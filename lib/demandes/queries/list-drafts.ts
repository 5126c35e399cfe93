import { and, desc, eq, sql, type SQL } from "drizzle-orm";
import { attachments, demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import type { Unavailability } from "@/lib/demarches/status";
import { isoDay } from "@/lib/shared/dates";
import type { DemarcheId } from "@/lib/shared/ids";
import { demandeLimits, eraseDay } from "../rules/limits";
import { whyNotNow, type Rules } from "../moves/quota";
import { ownedBy } from "../access/scope";
import { toStep, type DraftSummary } from "../types/demande";

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
        id: demarches.id,
        season: demarches.season,
        opensOn: demarches.opensOn,
        closesOn: demarches.closesOn,
        quota: demarches.quota,
        quotaUsed: demarches.quotaUsed,
        quotaPerPerson: demarches.quotaPerPerson,
      },
      hasFiles: sql<boolean>`exists (select 1 from ${attachments} where ${attachments.demandeId} = ${demandes.id})`,
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(and(eq(demandes.status, "draft"), ownedBy(actor), more))
    .orderBy(desc(demandes.updatedAt), desc(demandes.id))
    .limit(2 * demandeLimits.drafts);
  const reasons = await whyEach(
    rows.map(({ rules }) => rules),
    actor,
  );
  return rows.map(({ isGuest, hasFiles, rules, ...row }) => ({
    ...row,
    unavailable: reasons.get(rules.id) ?? null,
    step: toStep(row.step),
    erasedOn: eraseDay(row.savedAt, { isGuest, hasFiles }),
  }));
}

/** Why the drafts of each démarche could not be filed today: one look at what a person did, and only where each has a quota. */
async function whyEach(rules: readonly Rules[], actor: Actor): Promise<Map<DemarcheId, Unavailability | null>> {
  const person = { accountId: actor.kind === "citizen" ? actor.accountId : null, contactHashes: [] };
  const today = isoDay(clock.now());
  const each = new Map(rules.map((one) => [one.id, one]));
  return new Map(
    await Promise.all(
      [...each].map(async ([id, one]) => [id, await whyNotNow(database(), one, person, today)] as const),
    ),
  );
}
