import { DataTable } from "@/components/ui/data-table";
import { SummaryCard } from "@/components/ui/summary-card";
import type { Change } from "@/lib/demarches/summary";

/** What its owner changed since an agent last acted: before, after. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <SummaryCard title="Ce qui a changé depuis votre dernière décision" id="changements">
      <DataTable
        caption="Modifications de l’usager"
        isCaptionHidden
        columns={[{ label: "Information" }, { label: "Avant" }, { label: "Maintenant" }]}
        rows={changes.map(({ path, label, item, before, after }) => ({
          id: path,
          cells: [
            item ? `${item}, ${label}` : label,
            <bdi key="before" className="change-before">
              {before.join(", ") || "Non renseigné"}
            </bdi>,
            <bdi key="after" className="font-bold">
              {after.join(", ") || "Non renseigné"}
            </bdi>,
          ],
        }))}
      />
    </SummaryCard>
  );
}
