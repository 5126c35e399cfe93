import { SummaryCard } from "@/components/ui/summary-card";
import { Timeline } from "@/components/ui/timeline";
import type { HistoryEntry } from "@/lib/demandes/types";
import { formatDateTime } from "@/lib/shared/dates";

/** Every transition, the latest first: who, when, why. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <SummaryCard title="Historique">
      <Timeline
        items={entries.map(({ at, by, text, reason }) => ({
          id: `${at.toISOString()} ${text}`,
          title: text,
          date: formatDateTime(at),
          dateTime: at.toISOString(),
          author: `par ${by.replace(/^(L’|Le |Un )/, (article) => article.toLowerCase())}`,
          children: reason ? <p className="whitespace-pre-line">{reason}</p> : undefined,
        }))}
      />
    </SummaryCard>
  );
}
