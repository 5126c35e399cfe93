import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { formatDate } from "@/lib/shared/dates";
import { documentTypeLabels } from "@/lib/vocabulary/documents";
import type { WalletDocumentView } from "@/lib/wallet/types";

/** What a piece is. */
export function WalletSheet({ document }: { document: WalletDocumentView }) {
  const { id, type, relationName, validUntil, isExpired } = document;
  return (
    <SummaryCard title="La pièce" actions={<a href={`/espace/porte-documents/${id}/modifier`}>Modifier</a>}>
      <SummaryList
        rows={[
          { label: "Type de document", value: documentTypeLabels[type] },
          { label: "Au nom de", value: relationName ?? "Vous" },
          {
            label: "Validité",
            value: validUntil
              ? `${isExpired ? "Périmé depuis le" : "Jusqu’au"} ${formatDate(validUntil)}`
              : "Sans limite",
          },
        ]}
      />
    </SummaryCard>
  );
}
