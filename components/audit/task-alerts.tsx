import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { PlatformState } from "@/lib/audit/types";
import { formatDateTime } from "@/lib/shared/dates";

/** What administrators must not discover by themselves: nothing runs any more, or a task has not succeeded for two days. */
export function TaskAlerts({
  state: { tasks, stoppedSince },
}: {
  state: Pick<PlatformState, "tasks" | "stoppedSince">;
}) {
  const silent = tasks.filter(({ silentSince }) => silentSince);
  return (
    <>
      {stoppedSince ? (
        <Notice tone="danger" title="Les tâches du portail sont à l’arrêt">
          <p>
            Aucune n’a commencé depuis le {formatDateTime(stoppedSince)}. Les courriels ne partent pas et rien n’est
            effacé. Vérifiez que le processus des tâches est lancé.
          </p>
        </Notice>
      ) : null}
      {silent.length > 0 ? (
        <Notice tone="danger" title="Des tâches ne réussissent plus depuis deux jours">
          <ul>
            {silent.map(({ name, label, succeededAt }) => (
              <li key={name}>
                {label} {succeededAt ? `Dernière réussite le ${formatDateTime(succeededAt)}.` : "Jamais réussie."}
              </li>
            ))}
          </ul>
          <p>
            <TextLink href="/admin/taches">Voir les tâches</TextLink>
          </p>
        </Notice>
      ) : null}
    </>
  );
}
