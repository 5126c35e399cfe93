import { StatusTag } from "@/components/ui/status-tag";
import type { CorrectionView } from "@/lib/demandes/types/demande";
import type { SummarySection } from "@/lib/demarches/summary";
import { correctionReasonLabels } from "@/lib/vocabulary/documents";

type Props = { corrections: readonly CorrectionView[]; summary: readonly SummarySection[] };

/** What the service found wanting, point by point (X4). */
export function CorrectionList({ corrections, summary }: Props) {
  if (corrections.length === 0) return null;
  const rows = summary.flatMap((section) => section.rows);
  return (
    <ul className="mb-8 grid gap-3">
      {corrections.map(({ fieldPath, reason, comment }) => {
        const row = rows.find(({ path }) => path === fieldPath);
        return (
          <li key={fieldPath} className="rounded-lg border border-rule bg-surface p-4">
            <p className="font-bold">
              {row?.item ? `${row.item} : ${row.label}` : (row?.label ?? "Un point de votre demande")}{" "}
              <StatusTag tone="attention" label={correctionReasonLabels[reason]} />
            </p>
            {comment ? <p className="mt-1 whitespace-pre-line">{comment}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
