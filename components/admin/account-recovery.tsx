import { ButtonRow } from "@/components/ui/button-row";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { Timeline } from "@/components/ui/timeline";
import type { RecoveryState, RecoveryView } from "@/lib/accounts/types/agent";
import { formatDateTime } from "@/lib/shared/dates";

type Props = { recoveries: readonly RecoveryView[]; confirm: FormAction; refuse: FormAction };

/** F68: the recovery that waits for a second agent, and those that were decided. */
export function AccountRecovery({ recoveries, confirm, refuse }: Props) {
  const open = recoveries.find(({ state }) => state === "asked");
  const decided = recoveries.filter(({ state }) => state !== "asked");
  return (
    <>
      {open ? <OpenRecovery recovery={open} confirm={confirm} refuse={refuse} /> : null}
      {decided.length > 0 ? <DecidedRecoveries recoveries={decided} /> : null}
    </>
  );
}

type OpenProps = { recovery: RecoveryView } & Pick<Props, "confirm" | "refuse">;

function OpenRecovery({ recovery, confirm, refuse }: OpenProps) {
  return (
    <SummaryCard title="Récupération à confirmer" id="recuperation">
      <SummaryList
        rows={[
          { label: "Demandée par", value: recovery.askedBy },
          { label: "Demandée", value: formatDateTime(recovery.askedAt) },
          { label: "Nouveau courriel", value: <bdi className="break-all">{recovery.newEmail}</bdi> },
          { label: "Preuve constatée", value: <span className="whitespace-pre-line">{recovery.proof}</span> },
        ]}
      />
      {recovery.can.decide ? (
        <p>
          Confirmez seulement si la preuve vous convainc : le compte prendra cette adresse, ses connexions et son mot de
          passe prendront fin. L’ancienne adresse sera prévenue, et pourra revenir en arrière pendant 7 jours.
        </p>
      ) : (
        <p>Vous avez demandé cette récupération : un autre agent ou un administrateur doit la confirmer.</p>
      )}
      {recovery.isConfirmable ? null : <ConfirmableFrom recovery={recovery} />}
      {recovery.can.decide ? (
        <ButtonRow>
          {recovery.isConfirmable ? (
            <DecisionForm recovery={recovery} action={confirm} label="Confirmer la récupération" />
          ) : null}
          <DecisionForm recovery={recovery} action={refuse} label="Refuser la récupération" isSecondary />
        </ButtonRow>
      ) : null}
    </SummaryCard>
  );
}

function ConfirmableFrom({ recovery: { confirmableFrom } }: { recovery: RecoveryView }) {
  return (
    <p>
      Elle peut être confirmée à partir du{" "}
      <time dateTime={confirmableFrom.toISOString()}>{formatDateTime(confirmableFrom)}</time> : d’ici là, l’ancienne
      adresse peut l’arrêter.
    </p>
  );
}

type DecisionProps = { recovery: RecoveryView; action: FormAction; label: string; isSecondary?: boolean };

function DecisionForm({ recovery, action, label, isSecondary }: DecisionProps) {
  return (
    <ActionForm action={action} label={label}>
      <input type="hidden" name="recoveryId" value={recovery.id} />
      <SubmitButton variant={isSecondary ? "secondary" : "primary"}>{label}</SubmitButton>
    </ActionForm>
  );
}

const endings: Record<RecoveryState, string> = {
  waiting: "",
  lapsed: "",
  asked: "Récupération en attente",
  confirmed: "Récupération confirmée",
  refused: "Récupération refusée",
  stopped: "Récupération arrêtée depuis l’ancienne adresse",
  undone: "Récupération annulée depuis l’ancienne adresse",
};

function DecidedRecoveries({ recoveries }: Pick<Props, "recoveries">) {
  return (
    <SummaryCard title="Récupérations passées">
      <Timeline
        items={recoveries.map(({ id, state, askedBy, askedAt, decidedBy, decidedAt, undoneAt }) => ({
          id,
          title: endings[state],
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
