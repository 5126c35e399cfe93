import { lifetime } from "./lifetimes";

/** How often a task comes back. */
export type Rhythm = "minute" | "five-minutes" | "hour" | "day";

/**
 * What the portal does by itself: the name of each task, a sentence for administrators, and how often. Closed, and apart from
 * what runs it (worker/jobs): the agents' pages list the tasks without reaching the code that opens a porte-documents.
 */
const scheduledTasks = {
  courriels: { label: "Envoie les courriels en attente.", every: "minute" },
  menage: { label: "Efface les compteurs, codes et journaux périmés.", every: "hour" },
  "fichiers-a-effacer": { label: "Efface les fichiers supprimés et les envois abandonnés.", every: "five-minutes" },
  "sessions-et-liens": {
    label: "Efface les sessions terminées, les liens périmés et les comptes jamais activés.",
    every: "hour",
  },
  "recuperations-a-appliquer": {
    label: `Donne leur nouvelle adresse aux comptes récupérés ${lifetime("held_mailbox")} plus tôt.`,
    every: "hour",
  },
  "brouillons-bientot-effaces": {
    label: `Prévient les personnes dont un brouillon sera effacé dans ${lifetime("draft_notice")}.`,
    every: "day",
  },
  "brouillons-abandonnes": {
    label: `Efface les brouillons abandonnés : ${lifetime("draft")}, ${lifetime("empty_draft")} pour les vides, ${lifetime("guest_files")} pour ceux sans compte qui ont des fichiers.`,
    every: "day",
  },
  "antivirus-a-refaire": {
    label: "Soumet de nouveau à l’antivirus les fichiers qu’il n’a pas pu examiner.",
    every: "five-minutes",
  },
  "demandes-a-anonymiser": {
    label: "Anonymise les demandes terminées, une fois passée la durée de conservation de leur démarche.",
    every: "day",
  },
  "comptes-inutilises-a-prevenir": {
    label: "Prévient les personnes dont le compte inutilisé sera supprimé dans trente, puis quatorze jours.",
    every: "day",
  },
  "comptes-inutilises": {
    label: `Supprime les comptes inutilisés depuis ${lifetime("idle_account")}, après deux avertissements.`,
    every: "day",
  },
  "restes-des-comptes-supprimes": {
    label: "Efface ce qui a été enregistré pendant la suppression d’un compte.",
    every: "hour",
  },
  "copies-de-donnees": { label: "Prépare les copies de leurs données que les usagers ont demandées.", every: "minute" },
  sauvegarde: { label: "Fait la sauvegarde quotidienne, à l’heure réglée.", every: "hour" },
  "traces-anciennes": {
    label:
      "Efface les notifications d’un an, et après cinq ans ce qui reste des demandes anonymisées et des comptes supprimés.",
    every: "day",
  },
  "taches-a-surveiller": {
    label: "Écrit aux administrateurs quand une tâche ne réussit plus depuis deux jours, ou que la place manque.",
    every: "hour",
  },
  "copies-perimees": { label: `Efface les copies de données après ${lifetime("data_copy")}.`, every: "hour" },
} as const satisfies Readonly<Record<string, { label: string; every: Rhythm }>>;
export type TaskName = keyof typeof scheduledTasks;

/** One task with its name, for what runs it and for what lists it. */
export function scheduled(name: TaskName) {
  return { name, ...scheduledTasks[name] };
}

export const allScheduled = (Object.keys(scheduledTasks) as TaskName[]).map(scheduled);
