import { and, asc, eq } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { outbox, subjectOf } from "@/db/schema/platform";
import type { Admin, Agent } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import { reachableBy } from "../access/scope";
import type { FailedLetter } from "../types/agent";

/** The letters about a demande that never left, the oldest first; none when the reader's services do not have it. */
export async function listFailedLetters(agent: Agent | Admin, demandeId: DemandeId): Promise<FailedLetter[]> {
  return database()
    .select({ kind: outbox.kind, at: outbox.createdAt, error: outbox.lastError })
    .from(outbox)
    .innerJoin(demandes, and(eq(demandes.id, demandeId), reachableBy(agent)))
    .where(and(eq(subjectOf(outbox.key), demandeId), eq(outbox.state, "failed")))
    .orderBy(asc(outbox.createdAt))
    .limit(20);
}
