import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { formatDateTime } from "@/lib/shared/dates";
import { Due } from "./due";

type Props = { demande: DemandeView; isLate: boolean };

/** Whose demande it is, where it stands, and until when. */
export function DemandeFacts({ demande, isLate }: Props) {
  const rows = [
    { label: "Démarche", value: demande.demarche.title },
    { label: "Service", value: `${demande.service.name}, ${demande.service.organisation}` },
    { label: "Demandeur", value: <bdi>{demande.anonymisedAt ? "Effacé" : demande.applicantName}</bdi> },
    ...(demande.beneficiaryName ? [{ label: "Pour", value: <bdi>{demande.beneficiaryName}</bdi> }] : []),
    { label: "Compte", value: demande.belongsToAccount ? "Demande liée à un compte" : "Demande sans compte" },
    { label: "Reçue le", value: formatDateTime(demande.submittedAt) },
    { label: "Échéance", value: <Due status={demande.status} dueAt={demande.dueAt} isLate={isLate} /> },
    { label: "Agent", value: demande.agentName ?? "Personne encore" },
    ...(demande.statusReason
      ? [{ label: "Motif de l’état", value: <span className="whitespace-pre-line">{demande.statusReason}</span> }]
      : []),
  ];
  return (
    <SummaryCard title="La demande" actions={demande.anonymisedAt ? null : <Documents demande={demande} />}>
      <SummaryList rows={rows} />
    </SummaryCard>
  );
}

function Documents({ demande: { number, can } }: Pick<Props, "demande">) {
  return (
    <>
      {can.openPdf ? <TextLink href={`/api/demandes/${number}/pdf`}>Demande (PDF)</TextLink> : null}
      <TextLink href={`/api/recepisse/${number}`}>Récépissé (PDF)</TextLink>
    </>
  );
}
