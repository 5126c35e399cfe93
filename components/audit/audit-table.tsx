import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { AuditLine } from "@/lib/audit/types";
import { formatShortDate, formatTime } from "@/lib/shared/dates";
import { auditVerbLabels } from "@/lib/vocabulary/audit-verb-labels";

/** The journal, the newest line first. */
export function AuditTable({ lines }: { lines: readonly AuditLine[] }) {
  if (lines.length === 0) return <EmptyState title="Aucune ligne" />;
  return (
    <DataTable
      caption="Journal"
      isCaptionHidden
      columns={[{ label: "Date" }, { label: "Qui" }, { label: "Acte" }, { label: "Objet" }, { label: "Détails" }]}
      rows={lines.map(({ id, at, who, verb, subject, subjectId, details }) => ({
        id: String(id),
        cells: [
          `${formatShortDate(at)} ${formatTime(at)}`,
          who,
          auditVerbLabels[verb],
          <TextLink key="subject" href={`/admin/journal?objet=${encodeURIComponent(subjectId)}`}>
            <bdi>{subject}</bdi> <span className="font-mono text-sm text-ink-soft">{subjectId}</span>
          </TextLink>,
          details.join(", ") || "–",
        ],
      }))}
    />
  );
}
