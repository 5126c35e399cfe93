import { eq } from "drizzle-orm";
import { demandeEvents, demandes, type HistoryActor } from "@/db/schema/demandes";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { Invariant } from "@/lib/kernel/errors";
import { isStaff } from "@/lib/kernel/staff";
import { holdsPlace, type DemandeStatus } from "@/lib/vocabulary/demande-status";
import type { LockedDemande } from "./lock-demande";
import { dropOpenRevision } from "./open-revision";
import { freePlace, retakePlace } from "./quota";
import { canMove, isClosed, type Mover } from "./status";

export type Move = {
  /** What the citizen reads; asked by `needsReason`. */
  reason?: string;
  /** The revision that the move is about; the last submitted one unless told. */
  revision?: number;
  /** Other columns that the move decides. */
  set?: Partial<typeof demandes.$inferInsert>;
};

/**
 * Moves a locked demande and writes its line in the history. A change begun by its owner and not submitted is dropped:
 * what an agent decides is always about what was filed. Its place in the quota goes and comes back with it. Throws when the table of states does not have the move, which
 * the command must have refused before.
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
  await movePlace(tx, demande, to);
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

/**
 * A place is free again once its demande is refused or cancelled, whoever did it; one that is taken up again has it back, even
 * beyond the quota: its service decided so. The first filing takes it with its conditions (`takePlace`).
 */
async function movePlace(tx: Tx, { status, demarcheId }: LockedDemande, to: DemandeStatus): Promise<void> {
  if (status === "draft" || holdsPlace(status) === holdsPlace(to)) return;
  await (holdsPlace(to) ? retakePlace(tx, demarcheId) : freePlace(tx, demarcheId));
}

function historyActor(actor: Actor): HistoryActor & (Mover | "system") {
  if (actor.kind === "system") return "system";
  return isStaff(actor) ? "agent" : "citizen";
}
