import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { StatusTag } from "@/components/ui/status-tag";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { DiskCard } from "./disk-notice";
import type { PlatformState } from "@/lib/audit/types";
import type { BackupState } from "@/lib/organisation/types";
import { formatDateTime } from "@/lib/shared/dates";
import { count } from "@/lib/shared/text";
import { BackupAlert, BackupSummary } from "./backup-panel";
import { TaskAlerts } from "./task-alerts";
import { outcomeTags } from "./task-tone";

type Props = { state: PlatformState; backup: BackupState };

/** What an administrator must act on, at the top of the page: backups, tasks that stopped, letters that do not leave. */
export function PlatformAlerts({ state, backup }: Props) {
  return (
    <>
      <BackupAlert state={backup} />
      <TaskAlerts state={state} />
      {state.mails.failed > 0 ? <FailedMails state={state} /> : null}
    </>
  );
}

/** For administrators: backups, mails, drivers, scheduled jobs. */
export function PlatformPanel({ state, backup }: Props) {
  return (
    <>
      <div className="admin-columns">
        <SummaryCard id="services-techniques" title="Services techniques">
          <SummaryList
            rows={state.drivers.map(({ port, driver, isEmbedded, isMissing }) => ({
              label: port,
              value: isMissing ? (
                <>
                  <StatusTag tone="attention" label="Aucun" /> {driver}
                </>
              ) : (
                <>
                  {driver} {isEmbedded ? <StatusTag label="Intégré" /> : null}
                </>
              ),
            }))}
          />
        </SummaryCard>
        <DiskCard room={state.disk} />
        <SummaryCard title="Courriels" actions={<TextLink href="/admin/courriels">Voir les courriels</TextLink>}>
          <SummaryList rows={mailRows(state.mails)} />
        </SummaryCard>
      </div>
      <BackupSummary state={backup} />
      <SummaryCard title="Tâches planifiées" actions={<TextLink href="/admin/taches">Voir les tâches</TextLink>}>
        {state.tasks.some(({ last }) => last) ? <Tasks tasks={state.tasks} /> : <p>Aucune tâche n’a encore tourné.</p>}
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

function Tasks({ tasks }: Pick<PlatformState, "tasks">) {
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
      rows={tasks.flatMap(({ name, label, last }) =>
        last
          ? {
              id: name,
              cells: [
                label,
                formatDateTime(last.startedAt),
                <StatusTag key="outcome" {...outcomeTags[last.outcome]} />,
                last.handled,
              ],
            }
          : [],
      )}
    />
  );
}
