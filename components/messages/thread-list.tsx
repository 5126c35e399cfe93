import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag } from "@/components/ui/status-tag";
import type { ThreadSummary } from "@/lib/messages/types";
import { formatDateTime } from "@/lib/shared/dates";
import { count } from "@/lib/shared/text";

/** F108: the demandes whose service wrote; each opens on its exchanges, which are read from then on. */
export function ThreadList({ threads }: { threads: readonly ThreadSummary[] }) {
  if (threads.length === 0) return <EmptyState title="Vous n’avez pas de message des services." />;
  return (
    <ul className="rounded-lg border border-rule bg-surface">
      {threads.map(({ number, demarcheTitle, latestAt, unread }) => (
        <li
          key={number}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule px-4 py-3 last:border-b-0"
        >
          <div className="min-w-0">
            <a href={`/espace/demandes/${number}/echanges`} className="inline-flex min-h-9 items-center font-bold">
              {demarcheTitle}
            </a>
            <p className="text-[0.95em] text-ink-soft">
              Demande n° {number}, dernier message le {formatDateTime(latestAt)}
            </p>
          </div>
          <StatusTag
            tone={unread > 0 ? "attention" : "neutral"}
            label={unread > 0 ? count(unread, "non lu", "non lus") : "Lu"}
          />
        </li>
      ))}
    </ul>
  );
}
