import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import type { PlatformState } from "@/lib/audit/types";
import type { BackupState } from "@/lib/organisation/types";
import { formatDateTime } from "@/lib/shared/dates";
import { count } from "@/lib/shared/text";
import { BackupAlert, BackupSummary } from "./backup-panel";

/** For administrators: backups, mails, drivers, scheduled jobs. */
export function PlatformPanel({ state, backup }: { state: PlatformState; backup: BackupState }) {
  return (
    <>
      <BackupAlert state={backup} />
      {state.mails.failed > 0 ? <FailedMails state={state} /> : null}
      <div className="admin-columns">
        <SummaryCard title="Pilotes en service">
          <SummaryList
            rows={state.drivers.map(({ port, driver, isEmbedded }) => ({
              label: port,
              value: (
                <>
                  {driver} {isEmbedded ? <StatusTag label="Intégré" /> : null}
                </>
              ),
            }))}
          />
        </SummaryCard>
        <SummaryCard title="Courriels" actions={<TextLink href="/admin/courriels">Voir les courriels</TextLink>}>
          <SummaryList rows={mailRows(state.mails)} />
        </SummaryCard>
      </div>
      <BackupSummary state={backup} />
      <SummaryCard title="Tâches planifiées" actions={<TextLink href="/admin/taches">Voir les tâches</TextLink>}>
        {state.jobs.length > 0 ? <Jobs jobs={state.jobs} /> : <p>Aucune tâche n’a encore tourné.</p>}
      </SummaryCard>
    </>
  );
}

function FailedMails({ state: { mails } }: { state: PlatformState }) {
  const number =
    mails.failed >= mails.limit ? `Au moins ${count(mails.limit, "courriel")}` : count(mails.failed, "courriel");
  return (
    <Notice tone="danger" title="Des courriels ne partent pas">
      <p>
        {number} en échec après toutes les tentatives.{" "}
        <TextLink href="/admin/courriels?etat=failed">Voir et relancer</TextLink>
      </p>
    </Notice>
  );
}

function mailRows({ failed, waiting, limit, oldestWaiting }: PlatformState["mails"]) {
  const bounded = (value: number) => (value >= limit ? `${limit} ou plus` : String(value));
  return [
    { label: "En échec", value: bounded(failed) },
    { label: "En attente d’envoi", value: bounded(waiting) },
    { label: "Le plus ancien en attente", value: oldestWaiting ? formatDateTime(oldestWaiting) : "Aucun" },
  ];
}

const outcomes: Record<PlatformState["jobs"][number]["outcome"], { label: string; tone: Tone }> = {
  running: { label: "En cours", tone: "info" },
  done: { label: "Terminée", tone: "success" },
  failed: { label: "En échec", tone: "danger" },
};

function Jobs({ jobs }: Pick<PlatformState, "jobs">) {
  return (
    <DataTable
      caption="Dernière exécution de chaque tâche"
      isCaptionHidden
      columns={[
        { label: "Tâche" },
        { label: "Dernière exécution" },
        { label: "Résultat" },
        { label: "Éléments traités", isNumber: true },
      ]}
      rows={jobs.map(({ job, startedAt, outcome, handled }) => ({
        id: job,
        cells: [
          job,
          formatDateTime(startedAt),
          <StatusTag key="outcome" tone={outcomes[outcome].tone} label={outcomes[outcome].label} />,
          handled,
        ],
      }))}
    />
  );
}
