import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { DemandeSummary } from "@/lib/demandes/types/demande";
import { formatDate } from "@/lib/shared/dates";
import { citizenTone } from "../status-tone";

const columns = [
  ...["Numéro", "Démarche", "Date", "Pour", "État"].map((label) => ({ label })),
  { label: "Détails", isAction: true },
];

/** F48, F99: every demande with its date, the member of the household, its state. Cards on a phone. */
export function DemandeTable({ demandes }: { demandes: readonly DemandeSummary[] }) {
  return (
    <DataTable
      caption="Mes demandes"
      isCaptionHidden
      columns={columns}
      rows={demandes.map((demande) => ({
        id: demande.id,
        isNew: demande.needsAction,
        cells: [
          <span key="number" className="whitespace-nowrap">
            {demande.number}
          </span>,
          demande.recipient ? `${demande.demarcheTitle} (${demande.recipient})` : demande.demarcheTitle,
          formatDate(demande.submittedAt),
          demande.beneficiaryName ?? "Moi",
          <StatusTag key="etat" tone={citizenTone[demande.status]} label={demande.statusLabel} />,
          <a key="details" href={`/espace/demandes/${demande.number}/historique`} className="-my-2 inline-block py-2">
            {demande.needsAction ? "À compléter" : "Détails"}
            <span className="sr-only"> : demande {demande.number}</span>
          </a>,
        ],
      }))}
    />
  );
}
