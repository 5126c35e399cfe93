import { StatusTag } from "@/components/ui/status-tag";
import { formatShortDate } from "@/lib/shared/dates";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";

type Props = { status: DemandeStatus; dueAt: Date | null; isLate: boolean };

/** Until when the service must answer. While it waits for the person no delay runs: another is counted from their answer. */
export function Due({ status, dueAt, isLate }: Props) {
  if (!dueAt) return "Aucune";
  if (status === "incomplete") return "Suspendue";
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      {formatShortDate(dueAt)}
      {isLate ? <StatusTag tone="danger" label="En retard" /> : null}
    </span>
  );
}
