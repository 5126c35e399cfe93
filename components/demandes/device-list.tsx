import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import type { DemandeSummary, DraftOnDevice } from "@/lib/demandes/types/demande";
import { formatDate, formatDateTime } from "@/lib/shared/dates";
import { citizenTone } from "./status-tone";

type Props = { filed: readonly DemandeSummary[]; drafts: readonly DraftOnDevice[] };

/** What this browser opens without account. Nothing when it opens nothing. */
export function DeviceList({ filed, drafts }: Props) {
  if (filed.length + drafts.length === 0) return null;
  return (
    <section aria-labelledby="sur-cet-appareil" className="mb-10">
      <h2 id="sur-cet-appareil" className="mb-3">
        Ouvertes sur cet appareil
      </h2>
      <ul className="grid gap-3">
        {filed.map((demande) => (
          <Item key={demande.id}>
            <TextLink href={`/suivi/${demande.number}/historique`}>
              {demande.demarcheTitle}, n° <span className="whitespace-nowrap">{demande.number}</span>
              {demande.recipient ? ` (${demande.recipient})` : ""}
            </TextLink>
            <span>Envoyée le {formatDate(demande.submittedAt)}</span>
            <StatusTag tone={citizenTone[demande.status]} label={demande.statusLabel} />
          </Item>
        ))}
        {drafts.map(({ id, demarcheTitle, savedAt }) => (
          <Item key={id}>
            <TextLink href={`/demandes/${id}`}>{demarcheTitle}, brouillon</TextLink>
            <span>Enregistré le {formatDateTime(savedAt)}</span>
          </Item>
        ))}
      </ul>
      <h2 className="mt-10">Recevoir un lien</h2>
    </section>
  );
}

function Item({ children }: { children: React.ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border border-rule bg-surface p-4">
      {children}
    </li>
  );
}
