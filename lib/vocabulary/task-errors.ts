/** Why a task of the portal did not end, of the code that it kept: those that an administrator can do something about have their own words. */
const words: Readonly<Record<string, string>> = {
  interrupted: "Le portail s’est arrêté pendant cette tâche. Elle reprendra à sa prochaine heure.",
  NoRoom: "Le disque du portail est plein.",
  Retryable: "Un service extérieur n’a pas répondu. La tâche sera reprise.",
};

export function sayTaskError(code: string): string {
  return words[code] ?? "Le portail a rencontré une erreur : donnez ce code à qui l’entretient.";
}
