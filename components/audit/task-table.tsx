import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { TaskLine } from "@/lib/audit/types";
import { formatDateTime } from "@/lib/shared/dates";
import { count } from "@/lib/shared/text";
import { sayTaskError } from "@/lib/vocabulary/task-errors";
import { CodedError } from "./coded-error";
import { outcomeTags } from "./task-tone";

/** Every job of the portal, those that need a look first. */
export function TaskTable({ tasks }: { tasks: readonly TaskLine[] }) {
  return (
    <DataTable
      caption="Tâches"
      isCaptionHidden
      columns={[
        { label: "Tâche" },
        { label: "Rythme" },
        { label: "Dernière exécution" },
        { label: "Résultat" },
        { label: "Éléments traités", isNumber: true },
        { label: "Prochaine" },
      ]}
      rows={tasks.map((task) => ({
        id: task.name,
        cells: [
          <TaskName key="name" task={task} />,
          task.rhythm,
          task.last ? lastText(task.last) : "Jamais",
          <TaskResult key="result" task={task} />,
          task.last?.handled ?? "–",
          task.next ? formatDateTime(task.next) : "–",
        ],
      }))}
    />
  );
}

function TaskName({ task }: { task: TaskLine }) {
  return (
    <>
      {task.label}
      <span className="block font-mono text-sm font-normal text-ink-soft">{task.name}</span>
    </>
  );
}

function TaskResult({ task: { last, isLate, silentSince, succeededAt } }: { task: TaskLine }) {
  if (!last)
    return isLate ? <StatusTag tone="danger" label="Jamais lancée" /> : <StatusTag label="Pas encore son heure" />;
  return (
    <>
      <StatusTag {...outcomeTags[last.outcome]} /> {isLate ? <StatusTag tone="danger" label="En retard" /> : null}
      {last.error ? (
        <div className="text-sm">
          <CodedError words={sayTaskError(last.error)} code={last.error} />
        </div>
      ) : null}
      {silentSince ? (
        <span className="block text-sm">
          {succeededAt ? `Dernière réussite le ${formatDateTime(succeededAt)}` : "Jamais réussie"}
        </span>
      ) : null}
    </>
  );
}

function lastText({ startedAt, endedAt }: NonNullable<TaskLine["last"]>): string {
  return endedAt ? `${formatDateTime(startedAt)}, en ${duration(endedAt, startedAt)}` : formatDateTime(startedAt);
}

function duration(end: Date, start: Date): string {
  const milliseconds = Math.max(0, end.getTime() - start.getTime());
  return milliseconds < 1_000
    ? count(milliseconds, "milliseconde")
    : count(Math.round(milliseconds / 1_000), "seconde");
}
