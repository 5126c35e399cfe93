import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import type { WordingLine } from "@/lib/letters/types";
import { count } from "@/lib/shared/text";

/** The letters that the town may reword, and whose words they say. */
export function WordingTable({ lines }: { lines: readonly WordingLine[] }) {
  return (
    <DataTable
      caption="Courriels"
      isCaptionHidden
      columns={[{ label: "Courriel" }, { label: "Texte" }, { label: "Démarches à part" }]}
      rows={lines.map(({ kind, label, isReworded, demarches }) => ({
        id: kind,
        cells: [
          <TextLink key="label" href={`/admin/reglages/lettres/${kind}`}>
            {label}
          </TextLink>,
          <StatusTag
            key="words"
            tone={isReworded ? "success" : "neutral"}
            label={isReworded ? "De la ville" : "D’origine"}
          />,
          demarches > 0 ? count(demarches, "démarche") : "Aucune",
        ],
      }))}
    />
  );
}
