import { Timeline } from "@/components/ui/timeline";
import type { HistoryEntry } from "@/lib/demandes/types";
import { formatDateTime } from "@/lib/shared/dates";

/** F102: what happened, latest first. */
export function DemandeHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const items = [...entries].reverse().map(({ at, by, text, reason }) => ({
    id: `${at.toISOString()} ${text}`,
    title: text,
    date: formatDateTime(at),
    dateTime: at.toISOString(),
    author: by,
    children: reason ? <p className="whitespace-pre-line">{reason}</p> : undefined,
  }));
  return <Timeline items={items} />;
}
