import type { HistoryEntry } from "@/lib/demandes/types/demande";
import { HistoryTimeline } from "../history-timeline";

/** F102: what happened, latest first. */
export function DemandeHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  return <HistoryTimeline entries={entries.toReversed()} />;
}
