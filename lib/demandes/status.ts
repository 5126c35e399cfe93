import { demandeStatuses, holds, type DemandeStatus, type Holding } from "@/lib/vocabulary/demande-status";

/** Who moves a demande: its owner (with or without account), or an agent of the service. */
export type Mover = "citizen" | "agent";

type Row = {
  /** F49: what its owner opens, either the form to complete or change, or the PDF of what was filed. Never both. */
  opensAs: "form" | "pdf";
  /** Nothing more is expected from the service. */
  isClosed: boolean;
  /** Where its owner may move it. `pending` to `pending` is a submitted change: same state, new revision. */
  citizen: readonly DemandeStatus[];
  agent: readonly DemandeStatus[];
};

/** The only table of the nine states (docs/glossary.md). A tenth state breaks the build until it has a row. */
const table: Record<DemandeStatus, Row> = {
  draft: { opensAs: "form", isClosed: false, citizen: ["pending"], agent: [] },
  pending: {
    opensAs: "form",
    isClosed: false,
    citizen: ["pending", "cancelled"],
    agent: ["in_progress", "complete", "incomplete", "rejected", "cancelled"],
  },
  in_progress: {
    opensAs: "pdf",
    isClosed: false,
    citizen: ["cancelled"],
    agent: ["complete", "incomplete", "rejected", "cancelled"],
  },
  incomplete: {
    opensAs: "form",
    isClosed: false,
    citizen: ["rectified", "cancelled"],
    agent: ["complete", "rejected", "cancelled"],
  },
  rectified: {
    opensAs: "pdf",
    isClosed: false,
    citizen: ["cancelled"],
    agent: ["in_progress", "complete", "incomplete", "rejected", "cancelled"],
  },
  complete: {
    opensAs: "pdf",
    isClosed: false,
    citizen: [],
    agent: ["validated", "incomplete", "rejected", "cancelled"],
  },
  validated: {
    opensAs: "pdf",
    isClosed: true,
    citizen: [],
    agent: ["in_progress"],
  },
  rejected: {
    opensAs: "pdf",
    isClosed: true,
    citizen: [],
    agent: ["in_progress"],
  },
  cancelled: { opensAs: "pdf", isClosed: true, citizen: [], agent: [] },
};

export function canMove(from: DemandeStatus, to: DemandeStatus, mover: Mover): boolean {
  return table[from][mover].includes(to);
}

/** The states that `mover` may choose from `from`, in the order of the vocabulary. */
export function movesFrom(from: DemandeStatus, mover: Mover): readonly DemandeStatus[] {
  return demandeStatuses.filter((to) => canMove(from, to, mover));
}

/** Whether its owner may complete or change the form (F49). */
export function canEdit(status: DemandeStatus): boolean {
  return table[status].opensAs === "form";
}

/** Whether its owner may open it as PDF (F49). */
export function canHavePdf(status: DemandeStatus): boolean {
  return table[status].opensAs === "pdf";
}

export function isClosed(status: DemandeStatus): boolean {
  return table[status].isClosed;
}

/** Filed, and something is still expected: from the service, or from its author. */
export function isOpen(status: DemandeStatus): boolean {
  return !isClosed(status) && status !== "draft";
}

/** Whether the move is a reopening, which asks a reason that the citizen reads. */
export function isReopening(from: DemandeStatus, to: DemandeStatus): boolean {
  return isClosed(from) && !isClosed(to);
}

/** The agent's moves that ask a reason that the citizen reads. */
export function needsReason(from: DemandeStatus, to: DemandeStatus): boolean {
  return to === "rejected" || to === "cancelled" || to === "incomplete" || isReopening(from, to);
}

/** What a move gives back to others, and what it takes from them: by the two states alone, whoever moves. */
export function effectOf(from: DemandeStatus, to: DemandeStatus, holding: Holding): "takes" | "frees" | null {
  if (holds(from, holding) === holds(to, holding)) return null;
  return holds(to, holding) ? "takes" : "frees";
}

/** Where submitting leads: a first filing or a change waits for an agent, a correction is « rectifié ». Null: nothing to submit. */
export function submitsTo(from: DemandeStatus): DemandeStatus | null {
  if (!canEdit(from)) return null;
  return from === "incomplete" ? "rectified" : "pending";
}
