import { and, eq, inArray, lte, ne, or, sql } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Reader, Tx } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import { whyUnavailable, type Availability, type Unavailable } from "@/lib/demarches/status";
import { isoDay } from "@/lib/shared/dates";
import type { AccountId, DemandeId, DemarcheId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { statusesHolding } from "@/lib/vocabulary/demande-status";

export type Rules = Availability & { id: DemarcheId; quotaPerPerson: number | null };
export type QuotaRefusal = Unavailable | "personal_quota_reached";

/** Who files, as far as « per person » can tell: an account, else the address given, in each form it was kept in (today’s first). */
export type Person = { accountId: AccountId | null; contactHashes: readonly string[] };

/**
 * What a démarche says of its season and of its quotas, which stays so until the transaction ends: whoever sets a quota counts
 * the places once this one is written, and this one sees the quota once it is set.
 */
export async function rulesOf(tx: Tx, demarcheId: DemarcheId): Promise<Rules | null> {
  const [row] = await tx
    .select({
      id: demarches.id,
      season: demarches.season,
      opensOn: demarches.opensOn,
      closesOn: demarches.closesOn,
      quota: demarches.quota,
      quotaUsed: demarches.quotaUsed,
      quotaPerPerson: demarches.quotaPerPerson,
    })
    .from(demarches)
    .where(eq(demarches.id, demarcheId))
    .limit(1)
    .for("key share");
  return row ?? null;
}

/** What a filing took, one place for each demande that it makes. `takePlace` alone gives them: without one, nothing is filed. */
class TakenPlaces {
  #left: number;
  constructor(places: number) {
    this.#left = places;
  }
  /** Throws when more is filed than was taken. */
  use(): void {
    if (this.#left === 0) throw new Invariant("a demande filed without its place");
    this.#left -= 1;
  }
}

/**
 * Takes one place, or one for each demande of a filing to several services (`places`), or says why there is none. One conditional
 * update counts them, so that four hundred submissions at once never take the hundred and first place; the places of one person
 * are counted behind a lock of their own. Gives what the filing must show.
 */
export async function takePlace(
  tx: Tx,
  rules: Rules,
  person: Person,
  demandeId: DemandeId,
  now: Date,
  places = 1,
): Promise<Result<TakenPlaces, QuotaRefusal>> {
  const unavailable = whyUnavailable({ ...rules, quota: null }, isoDay(now));
  if (unavailable) return refuse(unavailable);
  const most = rules.quotaPerPerson === null ? null : rules.quotaPerPerson - places;
  if (most !== null && (most < 0 || (await hasUsedOwn(tx, rules.id, most + 1, person, demandeId))))
    return refuse("personal_quota_reached");
  if (rules.quota === null) return done(new TakenPlaces(places));
  const taken = await tx
    .update(demarches)
    .set({ quotaUsed: sql`${demarches.quotaUsed} + ${places}` })
    .where(and(eq(demarches.id, rules.id), lte(sql`${demarches.quotaUsed} + ${places}`, demarches.quota)))
    .returning({ id: demarches.id });
  return taken.length === 0 ? refuse("quota_reached") : done(new TakenPlaces(places));
}

/** One place more for the others. */
export async function freePlace(tx: Tx, demarcheId: DemarcheId): Promise<void> {
  if ((await rulesOf(tx, demarcheId))?.quota === null) return;
  await tx
    .update(demarches)
    .set({ quotaUsed: sql`greatest(0, ${demarches.quotaUsed} - 1)` })
    .where(eq(demarches.id, demarcheId));
}

/** The place of a demande that is taken up again, though none be left. */
export async function retakePlace(tx: Tx, demarcheId: DemarcheId): Promise<void> {
  if ((await rulesOf(tx, demarcheId))?.quota === null) return;
  await tx
    .update(demarches)
    .set({ quotaUsed: sql`${demarches.quotaUsed} + 1` })
    .where(eq(demarches.id, demarcheId));
}

/** Why a draft could not be filed on that day, as `takePlace` would say; null when it could. Takes nothing. */
export async function whyNotNow(
  reader: Reader,
  rules: Rules,
  person: Person,
  today: string,
): Promise<QuotaRefusal | null> {
  const unavailable = whyUnavailable(rules, today);
  if (unavailable || rules.quotaPerPerson === null) return unavailable;
  const filed = await countFiled(reader, rules.id, person, rules.quotaPerPerson);
  return filed >= rules.quotaPerPerson ? "personal_quota_reached" : null;
}

async function hasUsedOwn(
  tx: Tx,
  demarcheId: DemarcheId,
  most: number,
  person: Person,
  demandeId: DemandeId,
): Promise<boolean> {
  const key = `quota:${demarcheId}:${person.accountId ?? person.contactHashes[0] ?? ""}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  return (await countFiled(tx, demarcheId, person, most, demandeId)) >= most;
}

/** Demandes of a person that count against its own quota, at most `most`: filed, and neither cancelled nor rejected. */
export async function countFiled(
  reader: Reader,
  demarcheId: DemarcheId,
  person: Person,
  most: number,
  except?: DemandeId,
): Promise<number> {
  const mine = or(
    person.accountId ? eq(demandes.accountId, person.accountId) : undefined,
    person.contactHashes.length > 0 ? inArray(demandes.contactHash, [...person.contactHashes]) : undefined,
  );
  if (!mine) return 0;
  const filed = await reader
    .select({ id: demandes.id })
    .from(demandes)
    .where(
      and(
        eq(demandes.demarcheId, demarcheId),
        mine,
        inArray(demandes.status, [...statusesHolding("place")]),
        except ? ne(demandes.id, except) : undefined,
      ),
    )
    .limit(most);
  return filed.length;
}
