import { TaskTable } from "@/components/admin/task-table";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { listTasks } from "@/lib/audit/queries/list-tasks";
import { allScheduled } from "@/lib/vocabulary/scheduled-tasks";
import { requireAdmin } from "@/lib/web/current-actor";

export default async function TasksPage() {
  const tasks = await listTasks(await requireAdmin(), allScheduled);
  return (
    <>
      <PageTitle title="Tâches" />
      <Page width="wide">
        <PageHeading
          title="Tâches"
          lead="Ce que le portail fait de lui-même, et comment cela s’est passé la dernière fois."
        />
        <TaskTable tasks={tasks} />
      </Page>
    </>
  );
}
