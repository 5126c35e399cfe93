import { LinkButton } from "@/components/ui/link-button";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import type { ExportsView } from "@/lib/exports/types";
import { formatDate, formatDateTime } from "@/lib/shared/dates";
import { fileSize } from "@/lib/shared/text";

/** The copies that are ready, newest first; the link is for the session that may take them. */
export function ReadyExports({ ready }: Pick<ExportsView, "ready">) {
  return ready.map(({ id, size, readyAt, expiresAt, isOpen }) => (
    <SummaryCard
      key={id}
      title={`Copie du ${formatDateTime(readyAt)}`}
      actions={
        isOpen ? (
          <LinkButton href={`/api/export/${id}`} context={`la copie du ${formatDateTime(readyAt)}`}>
            Télécharger
          </LinkButton>
        ) : null
      }
    >
      <SummaryList
        rows={[
          { label: "Fichier", value: `ZIP, ${fileSize(size)}` },
          { label: "Disponible", value: `jusqu’au ${formatDate(expiresAt)}` },
        ]}
      />
    </SummaryCard>
  ));
}
