import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { formatDateTime } from "@/lib/shared/dates";

type Props = {
  messages: readonly { number: string; demarcheTitle: string; applicantName: string; sentAt: Date }[];
};

/** Messages of citizens that nobody has opened, the oldest first. */
export function MessagesToRead({ messages }: Props) {
  if (messages.length === 0) return <EmptyState title="Aucun message à lire" />;
  return (
    <DataTable
      caption="Messages à lire, le plus ancien d’abord"
      isCaptionHidden
      columns={[{ label: "Demande" }, { label: "Démarche" }, { label: "Demandeur" }, { label: "Reçu le" }]}
      rows={messages.map(({ number, demarcheTitle, applicantName, sentAt }) => ({
        id: `${number} ${sentAt.toISOString()}`,
        cells: [
          <TextLink key="number" href={`/admin/demandes/${number}#echanges`} className="whitespace-nowrap">
            {number}
          </TextLink>,
          demarcheTitle,
          <bdi key="name">{applicantName}</bdi>,
          formatDateTime(sentAt),
        ],
      }))}
    />
  );
}
