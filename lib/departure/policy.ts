import type { AccountStatus } from "@/db/schema/accounts";
import { canMove, isClosed } from "@/lib/demandes/status";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import type { Fate } from "./types";

/** T4. `isChosen`: its owner asked that it be withdrawn, which holds only where the state allows it. */
export function fateOf(status: DemandeStatus, isChosen: boolean): Fate {
  if (status === "draft") return "erased";
  if (isClosed(status)) return "anonymised";
  return isChosen && isWithdrawable(status) ? "withdrawn" : "finishes";
}

export function isWithdrawable(status: DemandeStatus): boolean {
  return canMove(status, "cancelled", "citizen");
}

/** An account that its owner may leave. One that is suspended is the administrators' business first. */
export function canLeave(status: AccountStatus): boolean {
  return status === "active";
}
