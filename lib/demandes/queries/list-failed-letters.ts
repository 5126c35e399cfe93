import { and, asc, desc, eq, inArray, like } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { outbox, subjectOf } from "@/db/schema/platform";
import type { Staff } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { isId, type DemandeId } from "@/lib/shared/ids";
import { reachableBy } from "../access/scope";
import type { FailedLetter, UntoldDemande } from "../types/agent";

/** The letters about a demande that never left, the oldest first; none when the reader's services do not have it. */
export async function listFailedLetters(agent: Staff, demandeId: DemandeId): Promise<FailedLetter[]> {
  return database()
    .select({ kind: outbox.kind, at: outbox.createdAt, error: outbox.lastError })
    .from(outbox)
    .innerJoin(demandes, and(eq(demandes.id, demandeId), reachableBy(agent)))
    .where(and(eq(subjectOf(outbox.key), demandeId), eq(outbox.state, "failed")))
    .orderBy(asc(outbox.createdAt))
    .limit(20);
}

/** Letters looked at, and demandes named at most. */
const looked = 100;
const named = 5;

/** The demandes of the reader's services of which a letter never left, the latest first: who asked knows nothing of it. */
export async function listUntold(agent: Staff): Promise<UntoldDemande[]> {
  const letters = await database()
    .select({ id: subjectOf(outbox.key) })
    .from(outbox)
    .where(and(eq(outbox.state, "failed"), like(outbox.key, "demande:%")))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(looked);
  const ids = [...new Set(letters.map(({ id }) => id))].filter(isId);
  if (ids.length === 0) return [];
  const rows = await database()
    .select({ id: demandes.id, number: demandes.number, person: demandes.applicantName })
    .from(demandes)
    .where(and(inArray(demandes.id, ids as DemandeId[]), reachableBy(agent)));
  const found = new Map<string, UntoldDemande>(
    rows.flatMap(({ id, number, person }) => (number ? [[id, { number, person: person ?? "" }]] : [])),
  );
  return ids.flatMap((id) => found.get(id) ?? []).slice(0, named);
}
