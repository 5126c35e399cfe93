import { Timeline } from "@/components/ui/timeline";
import type { HistoryEntry } from "@/lib/demandes/types/demande";
import { formatDateTime } from "@/lib/shared/dates";

type Props = { entries: readonly HistoryEntry[]; sayAuthor?: (by: string) => string };

/** What happened to a demande, in the order of `entries`: who, when, why. Drawn once for citizens and for agents. */
export function HistoryTimeline({ entries, sayAuthor = (by) => by }: Props) {
  const items = entries.map(({ at, by, text, reason }) => ({
    id: `${at.toISOString()} ${text}`,
    title: text,
    date: formatDateTime(at),
    dateTime: at.toISOString(),
    author: sayAuthor(by),
    children: reason ? <p className="whitespace-pre-line">{reason}</p> : undefined,
  }));
  return <Timeline items={items} />;
}
