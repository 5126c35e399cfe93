import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { formatDateTime } from "@/lib/shared/dates";

type Letter = { id: string; subject: string; recipient: string; sentAt: Date };

/** The letters of the embedded mailbox. */
export function LetterTable({ letters }: { letters: readonly Letter[] }) {
  if (letters.length === 0) return <EmptyState title="Aucun courriel pour l’instant." />;
  return (
    <DataTable
      caption="Courriels écrits par le portail"
      isCaptionHidden
      columns={[{ label: "Objet" }, { label: "Destinataire" }, { label: "Date" }]}
      rows={letters.map(({ id, subject, recipient, sentAt }) => ({
        id,
        cells: [
          <TextLink key="subject" href={`/courrier/${id}`}>
            {subject}
          </TextLink>,
          recipient,
          <time key="date" dateTime={sentAt.toISOString()}>
            {formatDateTime(sentAt)}
          </time>,
        ],
      }))}
    />
  );
}
