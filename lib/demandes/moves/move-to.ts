import { eq } from "drizzle-orm";
import { demandeEvents, demandes } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import { isStaff } from "@/lib/kernel/staff";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import { historyActor } from "../access/history-actor";
import { moveHoldings, type Taken } from "./holdings";
import type { LockedDemande } from "./lock-demande";
import { dropOpenRevision } from "../revision/open-revision";
import { canMove, isClosed } from "../status";

export type Move = {
  /** What the citizen reads; asked by `needsReason`. */
  reason?: string;
  /** The revision that the move is about; the last submitted one unless told. */
  revision?: number;
  /** What a first filing took before it. */
  taken?: Taken;
  /** Other columns that the move decides. */
  set?: Partial<typeof demandes.$inferInsert>;
};

/**
 * Moves a locked demande and writes its line in the history. A change begun by its owner and not submitted is dropped:
 * what an agent decides is always about what was filed. What it holds goes and comes back with it (decision 042). Throws when the
 * table of states does not have the move, which the command must have refused before.
 */
export async function moveTo(
  tx: Tx,
  actor: Actor,
  demande: LockedDemande,
  to: DemandeStatus,
  move: Move = {},
): Promise<void> {
  const by = historyActor(actor);
  if (by !== "system" && !canMove(demande.status, to, by))
    throw new Invariant(`no move from ${demande.status} to ${to} by ${by}`);
  const now = clock.now();
  const reason = move.reason?.trim() ? move.reason.trim() : null;
  await dropOpenRevision(tx, demande);
  await tx
    .update(demandes)
    .set({
      status: to,
      statusReason: reason,
      lockVersion: demande.lockVersion + 1,
      updatedAt: now,
      closedAt: isClosed(to) ? now : null,
      ...move.set,
    })
    .where(eq(demandes.id, demande.id));
  await moveHoldings(tx, demande, to, move.taken);
  await tx.insert(demandeEvents).values({
    demandeId: demande.id,
    at: now,
    actor: by,
    agentId: isStaff(actor) ? actor.agentId : null,
    fromStatus: demande.status,
    toStatus: to,
    revision: move.revision ?? demande.revision,
    reason,
  });
}
