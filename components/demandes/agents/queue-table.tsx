import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import type { QueueLine } from "@/lib/demandes/types/agent";
import { formatShortDate } from "@/lib/shared/dates";
import { Due } from "./due";
import { agentTone } from "../status-tone";

const columns = [
  { label: "Demande" },
  { label: "Démarche" },
  { label: "Demandeur" },
  { label: "Reçue le" },
  { label: "Échéance" },
  { label: "État" },
  { label: "Agent" },
];

type Props = {
  lines: readonly QueueLine[];
  /** The reader chose what is shown: a title above says how many there are. */ isFiltered?: boolean;
  /** What was searched stands below, in other states. */ isElsewhere?: boolean;
  caption?: string;
};

/** The queue, a line a demande; cards on a phone. */
export function QueueTable({ lines, isFiltered = false, isElsewhere = false, caption = "Demandes" }: Props) {
  if (lines.length === 0)
    return isFiltered ? (
      <p className="empty-state">
        {isElsewhere ? "Voyez ci-dessous, dans les autres états." : "Changez la recherche ou les filtres."}
      </p>
    ) : (
      <EmptyState title="Aucune demande à traiter">
        <p>Les nouvelles demandes de votre service s’afficheront ici.</p>
      </EmptyState>
    );
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={columns}
      rows={lines.map((line) => ({ id: line.number, cells: cellsOf(line) }))}
    />
  );
}

function cellsOf(line: QueueLine) {
  return [
    <TextLink key="number" href={`/admin/demandes/${line.number}`} className="whitespace-nowrap">
      {line.number}
    </TextLink>,
    line.demarcheTitle,
    <Names key="names" line={line} />,
    formatShortDate(line.submittedAt),
    <Due key="due" {...line} />,
    <StatusTag key="status" tone={agentTone[line.status]} label={line.statusLabel} />,
    line.agentName ?? "Personne",
  ];
}

function Names({ line }: { line: QueueLine }) {
  return (
    <>
      <bdi>{line.applicantName}</bdi>
      {line.beneficiaryName ? (
        <span className="block text-ink-soft">
          pour <bdi>{line.beneficiaryName}</bdi>
        </span>
      ) : null}
    </>
  );
}
