import { SummaryCard } from "@/components/ui/summary-card";
import type { HistoryEntry } from "@/lib/demandes/types/demande";
import { HistoryTimeline } from "../history-timeline";

/** Every transition, the latest first: who, when, why. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <SummaryCard title="Historique">
      <HistoryTimeline entries={entries} />
    </SummaryCard>
  );
}
