import { Timeline } from "@/components/ui/timeline";
import type { HistoryEntry } from "@/lib/demandes/types/demande";
import { formatDateTime } from "@/lib/shared/dates";

type Props = { entries: readonly HistoryEntry[] };

/** What happened to a demande, in the order of `entries`: who, when, why. Drawn once for citizens and for agents. */
export function HistoryTimeline({ entries }: Props) {
  const items = entries.map(({ at, by, text, reason }) => ({
    id: `${at.toISOString()} ${text}`,
    title: text,
    date: formatDateTime(at),
    dateTime: at.toISOString(),
    author: byline(by),
    children: reason ? <p className="whitespace-pre-line">{reason}</p> : undefined,
  }));
  return <Timeline items={items} />;
}

/** « L’usager » → « par l’usager », « Vous » → « par vous »; a name stays as it is. */
function byline(by: string): string {
  return `par ${by.replace(/^(L’|Le |Un |Vous$)/, (word) => word.toLowerCase())}`;
}
