import { and, eq, gt, inArray } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import { outbox } from "@/db/schema/platform";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import type { DemandeId } from "@/lib/shared/ids";
import { letterKey } from "../moves/announce";
import { ownedBy } from "../access/scope";

/** A letter that leaves within these minutes is not late. */
const soon = 2;

/**
 * When the acknowledgement of this revision leaves, if it waits for its turn at an address that already received many letters
 * (lib/letters/outbox/mail-turn.ts); null when it has left, leaves now, or the demande is not this actor's.
 */
export async function findLateLetter(actor: Actor, demandeId: DemandeId, revision: number): Promise<Date | null> {
  const keys = (["filed", "changed", "corrected"] as const).map((submission) =>
    letterKey(demandeId, `${submission}:${revision}`),
  );
  const [letter] = await database()
    .select({ at: outbox.nextAttemptAt })
    .from(outbox)
    .innerJoin(demandes, and(eq(demandes.id, demandeId), ownedBy(actor)))
    .where(and(inArray(outbox.key, keys), eq(outbox.state, "waiting"), gt(outbox.nextAttemptAt, clock.inMinutes(soon))))
    .limit(1);
  return letter?.at ?? null;
}
