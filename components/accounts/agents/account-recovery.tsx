import { Timeline } from "@/components/ui/timeline";
import { SummaryCard } from "@/components/ui/summary-card";
import type { FormAction } from "@/components/ui/form/action-form";
import type { RecoveryKind, RecoveryState, RecoveryView } from "@/lib/accounts/types/agent";
import { formatDateTime } from "@/lib/shared/dates";
import { OpenRecovery } from "./open-recovery";

type Props = { recoveries: readonly RecoveryView[]; confirm: FormAction; refuse: FormAction };

const isOpen = ({ state }: RecoveryView) => state === "asked" || state === "waiting";

/** F68: what waits for a second agent, or to take effect, and what was decided before. */
export function AccountRecovery({ recoveries, confirm, refuse }: Props) {
  const open = recoveries.find(isOpen);
  const past = recoveries.filter((recovery) => !isOpen(recovery));
  return (
    <>
      {open ? <OpenRecovery recovery={open} confirm={confirm} refuse={refuse} /> : null}
      {past.length > 0 ? <PastRecoveries recoveries={past} /> : null}
    </>
  );
}

const names: Record<RecoveryKind, string> = {
  lost: "Récupération",
  held: "Récupération d’une boîte tenue par quelqu’un d’autre",
  reopening: "Réouverture",
};
const endings: Record<RecoveryState, string> = {
  asked: "en attente",
  waiting: "confirmée",
  confirmed: "confirmée",
  refused: "refusée",
  stopped: "arrêtée depuis l’ancienne adresse",
  undone: "contestée depuis l’ancienne adresse",
  lapsed: "restée sans décision",
};

function PastRecoveries({ recoveries }: Pick<Props, "recoveries">) {
  return (
    <SummaryCard title="Récupérations passées">
      <Timeline
        items={recoveries.map(({ id, kind, state, askedBy, askedAt, decidedBy, decidedAt, undoneAt }) => ({
          id,
          title: `${names[kind]} ${endings[state]}`,
          date: formatDateTime(undoneAt ?? decidedAt ?? askedAt),
          dateTime: (undoneAt ?? decidedAt ?? askedAt).toISOString(),
          author: decidedBy && !undoneAt ? `par ${decidedBy}` : undefined,
          children: (
            <>
              <p>
                Demandée par {askedBy}, {formatDateTime(askedAt)}
              </p>
              {decidedBy && decidedAt && undoneAt ? (
                <p>
                  Confirmée par {decidedBy}, {formatDateTime(decidedAt)}
                </p>
              ) : null}
            </>
          ),
        }))}
      />
    </SummaryCard>
  );
}
