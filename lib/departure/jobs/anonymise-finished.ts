import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { demarcheVersions } from "@/db/schema/demarches";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { transact, type Work } from "@/lib/kernel/transact";
import { done } from "@/lib/shared/result";
import { anonymiseDemandes } from "../anonymise-demandes";
import { batch } from "../limits";

/**
 * Anonymises the demandes finished for longer than their démarche keeps them (F7; RGPD, art. 5(1)(e)): as many months after
 * the closing as its version says. Fifty a transaction; two workers at once share them. Returns how many.
 */
export async function anonymiseFinished(actor: System, { signal }: { signal: AbortSignal }): Promise<number> {
  let anonymised = 0;
  for (;;) {
    if (signal.aborted) return anonymised;
    const result = await transact<number, never>(actor, anonymiseSome);
    const count = result.ok ? result.value : 0;
    anonymised += count;
    if (count < batch) return anonymised;
  }
}

async function anonymiseSome(work: Work) {
  const months = sql`make_interval(months => (${demarcheVersions.definition} -> 'legal' ->> 'retentionMonths')::int)`;
  const due = await work.tx
    .select({ id: demandes.id })
    .from(demandes)
    .innerJoin(demarcheVersions, eq(demarcheVersions.id, demandes.versionId))
    .where(
      and(
        isNotNull(demandes.closedAt),
        isNull(demandes.anonymisedAt),
        sql`${demandes.closedAt} + ${months} < ${clock.now().toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(demandes.id))
    .limit(batch)
    .for("update", { of: demandes, skipLocked: true });
  if (due.length === 0) work.unrecorded("nothing is due");
  const ids = due.map(({ id }) => id);
  await anonymiseDemandes(work, ids);
  return done(ids.length);
}
