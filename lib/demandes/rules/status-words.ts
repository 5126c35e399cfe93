import type { DemarcheDefinition } from "@/lib/demarches/form";
import {
  cancelledByCitizenSentence,
  demandeStatusLabels,
  demandeStatusSentences,
  type DemandeStatus,
} from "@/lib/vocabulary/demande-status";
import type { HistoryActor } from "@/db/schema/demandes";

/** T5: the démarche's own label for a state, else the portal's. */
export function statusLabel(status: DemandeStatus, definition: DemarcheDefinition): string {
  return definition.stateLabels?.[status] ?? demandeStatusLabels[status];
}

/** The sentence of meaning; who cancelled is said (T6). */
export function statusSentence(status: DemandeStatus, movedBy: HistoryActor | null): string {
  return status === "cancelled" && movedBy === "citizen" ? cancelledByCitizenSentence : demandeStatusSentences[status];
}
