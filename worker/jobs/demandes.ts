import { purgeDrafts, rescanPendingFiles, warnOfExpiringDrafts } from "@/lib/demandes/jobs";
import type { Job } from "@/lib/ports/jobs";

export const draftWarningJob: Job = {
  name: "brouillons-bientot-effaces",
  label: "Prévient les personnes dont un brouillon sera effacé dans quatorze jours.",
  every: "day",
  run: warnOfExpiringDrafts,
};

export const draftPurgeJob: Job = {
  name: "brouillons-abandonnes",
  label: "Efface les brouillons abandonnés.",
  every: "day",
  run: purgeDrafts,
};

export const rescanJob: Job = {
  name: "antivirus-a-refaire",
  label: "Soumet de nouveau à l’antivirus les fichiers qu’il n’a pas pu examiner.",
  every: "five-minutes",
  run: rescanPendingFiles,
};
