import { StatusTag } from "@/components/ui/status-tag";
import type { DemandeSummary } from "@/lib/demandes/types/demande";
import { formatDate } from "@/lib/shared/dates";
import { citizenTone } from "../status-tone";

/** F47, F98: the four latest, their state at the right; each opens on its history. */
export function LatestDemandes({ demandes }: { demandes: readonly DemandeSummary[] }) {
  if (demandes.length === 0) return <p>Vous n’avez pas encore envoyé de demande.</p>;
  return (
    <ul className="rounded-lg border border-rule bg-surface">
      {demandes.map((demande) => (
        <li
          key={demande.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule px-4 py-3 last:border-b-0"
        >
          <div className="min-w-0">
            <a
              href={`/espace/demandes/${demande.number}/historique`}
              className="inline-flex min-h-9 items-center font-bold"
            >
              {demande.demarcheTitle}
            </a>
            <p className="text-[0.95em] text-ink-soft">
              N° <span className="whitespace-nowrap">{demande.number}</span>, le {formatDate(demande.submittedAt)}
              {demande.beneficiaryName ? `, pour ${demande.beneficiaryName}` : ""}
              {demande.recipient ? `, ${demande.recipient}` : ""}
            </p>
          </div>
          <StatusTag tone={citizenTone[demande.status]} label={demande.statusLabel} />
        </li>
      ))}
    </ul>
  );
}
