import { BackupAlert, BackupSummary } from "@/components/audit/backup-panel";
import { TaskTable } from "@/components/audit/task-table";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { listTasks } from "@/lib/audit/queries/list-tasks";
import { getBackupState } from "@/lib/organisation/queries/get-backup-state";
import { allScheduled } from "@/lib/vocabulary/scheduled-tasks";
import { requireAdmin } from "@/lib/web/session/current-actor";

export default async function TasksPage() {
  const admin = await requireAdmin();
  const [tasks, backup] = await Promise.all([listTasks(admin, allScheduled), getBackupState(admin)]);
  return (
    <>
      <PageTitle title="Tâches" />
      <Page width="wide">
        <PageHeading
          title="Tâches"
          lead="Ce que le portail fait de lui-même, et comment cela s’est passé la dernière fois."
        />
        <BackupAlert state={backup} />
        <TaskTable tasks={tasks} />
        <BackupSummary state={backup} />
      </Page>
    </>
  );
}
