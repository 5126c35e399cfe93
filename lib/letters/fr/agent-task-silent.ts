import { formatDateTime } from "@/lib/shared/dates";
import type { Words } from "../wording/words";

export const agentTaskSilent: Words<"agent.task_silent"> = ({ task, silentSince, hasSucceeded }) => ({
  subject: "Une tâche du portail ne réussit plus",
  opening: hasSucceeded
    ? `Une tâche que le portail fait de lui-même n’a pas réussi depuis le ${formatDateTime(silentSince)}.`
    : `Une tâche que le portail fait de lui-même n’a jamais réussi depuis son premier essai, le ${formatDateTime(silentSince)}.`,
  facts: [{ label: "Tâche", value: task }],
  action: { label: "Voir les tâches", path: "/admin/taches" },
  closing: ["Ce courriel n’est envoyé qu’une fois, jusqu’à ce que la tâche réussisse à nouveau."],
});
