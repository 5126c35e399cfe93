import { and, asc, eq, gt, isNotNull, lt, sql } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { newerThan } from "@/lib/kernel/page-cursor";
import { oneByOne, type Limits } from "@/lib/upkeep/slices";
import { transact } from "@/lib/kernel/transact";
import { notify } from "@/lib/notifications/steps/notify";
import type { AccountId, DemandeId, DemarcheId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { aboutDemande } from "../moves/announce";
import { isInReach } from "../draft/accounts-in-reach";
import { daysToMinutes, demandeLimits, eraseDay } from "../rules/limits";

const batch = 50;

type Draft = { id: DemandeId; at: Date };

/** Tells the account, fourteen days before, that a draft will be erased. Once per last change: writing in it starts again. */
export async function warnOfExpiringDrafts(actor: System, limits: Limits): Promise<number> {
  return oneByOne<Expiring>(limits, {
    size: batch,
    find: findExpiring,
    handle: (draft) => warnOne(actor, draft),
  });
}

async function findExpiring(last: Expiring | null): Promise<Expiring[]> {
  return database()
    .select({
      id: demandes.id,
      accountId: sql<AccountId>`${demandes.accountId}`,
      at: demandes.updatedAt,
      demarcheId: demandes.demarcheId,
      demarche: { title: demarches.title },
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .where(
      and(
        eq(demandes.status, "draft"),
        gt(demandes.updatedAt, daysAgo(demandeLimits.draftDays)),
        lt(demandes.updatedAt, daysAgo(demandeLimits.draftDays - demandeLimits.noticeDays)),
        isNotNull(demandes.accountId),
        isInReach(),
        newerThan(demandes.updatedAt, demandes.id, last),
      ),
    )
    .orderBy(asc(demandes.updatedAt), asc(demandes.id))
    .limit(batch);
}

type Expiring = Draft & { accountId: AccountId; demarcheId: DemarcheId; demarche: { title: string } };

async function warnOne(actor: System, { id, accountId, at, ...draft }: Expiring): Promise<number> {
  const day = eraseDay(at, { isGuest: false, hasFiles: true });
  const path = `/demandes/${id}`;
  const result = await transact<number, never>(actor, async ({ tx, record, unrecorded }) => {
    const facts = { ...aboutDemande({ ...draft, number: null }, path), day };
    const key = `draft:${id}:expiring:${at.getTime()}`;
    const isNew = await notify(tx, { accountId }, { kind: "draft.expiring", facts, key, path });
    if (isNew) await record("demande.draft_warned", id);
    else unrecorded("already warned");
    return done(isNew ? 1 : 0);
  });
  return result.ok ? result.value : 0;
}

function daysAgo(days: number): Date {
  return clock.inMinutes(-daysToMinutes(days));
}
