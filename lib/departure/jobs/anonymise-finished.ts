import { and, asc, eq, inArray, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarcheVersions } from "@/db/schema/demarches";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { newerThan } from "@/lib/kernel/page-cursor";
import { bySlices, inTurn, type Limits } from "@/lib/upkeep/slices";
import { transact } from "@/lib/kernel/transact";
import type { DemandeId, DemarcheVersionId } from "@/lib/shared/ids";
import { done } from "@/lib/shared/result";
import { batch } from "../rules/limits";
import { anonymiseDemandes } from "../steps/walk-personal";

/**
 * Anonymises the demandes finished for longer than their démarche keeps them (F7; RGPD, art. 5(1)(e)): as many months after
 * the closing as its version says. One version after the other, each by its index, fifty a transaction; two workers at once
 * share them. Returns how many.
 */
export async function anonymiseFinished(actor: System, limits: Limits): Promise<number> {
  const versions = await listVersions();
  return inTurn(
    limits,
    versions.map((version) => () => anonymiseThoseOf(actor, limits, version)),
  );
}

/** `months`: how long it keeps what is closed. */
type Version = { id: DemarcheVersionId; months: number };
type Finished = { id: DemandeId; at: Date };

async function listVersions(): Promise<Version[]> {
  const months = sql<number>`(${demarcheVersions.definition} -> 'legal' ->> 'retentionMonths')::int`;
  return database()
    .select({ id: demarcheVersions.id, months })
    .from(demarcheVersions)
    .where(isNotNull(demarcheVersions.publishedAt))
    .orderBy(asc(demarcheVersions.id));
}

async function anonymiseThoseOf(actor: System, limits: Limits, version: Version): Promise<number> {
  return bySlices<Finished>(limits, {
    size: batch,
    find: (last) => findFinished(version, last),
    handle: (slice) => anonymiseSome(actor, version, slice),
  });
}

async function findFinished(version: Version, last: Finished | null): Promise<Finished[]> {
  return database()
    .select({ id: demandes.id, at: sql<Date>`${demandes.closedAt}`.mapWith(demandes.closedAt) })
    .from(demandes)
    .where(and(isFinished(version), newerThan(demandes.closedAt, demandes.id, last)))
    .orderBy(asc(demandes.closedAt), asc(demandes.id))
    .limit(batch);
}

/** The first comparison is the index's; months being longer or shorter, the second says the very day. */
function isFinished({ id, months }: Version): SQL | undefined {
  const now = sql`${clock.now().toISOString()}::timestamptz`;
  const kept = sql`make_interval(months => ${months}::int)`;
  return and(
    eq(demandes.versionId, id),
    isNotNull(demandes.closedAt),
    isNull(demandes.anonymisedAt),
    sql`${demandes.closedAt} < ${now} - ${kept} + interval '4 days'`,
    sql`${demandes.closedAt} + ${kept} < ${now}`,
  );
}

async function anonymiseSome(actor: System, version: Version, slice: readonly Finished[]): Promise<number> {
  const result = await transact<number, never>(actor, async (work) => {
    const wanted = slice.map(({ id }) => id);
    const still = await work.tx
      .select({ id: demandes.id })
      .from(demandes)
      .where(and(inArray(demandes.id, wanted), isFinished(version)))
      .orderBy(asc(demandes.id))
      .for("update", { skipLocked: true });
    if (still.length === 0) work.unrecorded("another process has them");
    await anonymiseDemandes(
      work,
      still.map(({ id }) => id),
    );
    return done(still.length);
  });
  return result.ok ? result.value : 0;
}
