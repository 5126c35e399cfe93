import { anonymiseFinished } from "@/lib/departure/jobs/anonymise-finished";
import { eraseLeftovers } from "@/lib/departure/jobs/erase-leftovers";
import { deleteIdleAccounts, warnIdleAccounts } from "@/lib/departure/jobs/idle-accounts";
import type { Job } from "@/lib/ports/jobs";

export const anonymiseJob: Job = {
  name: "demandes-a-anonymiser",
  label: "Anonymise les demandes terminées, une fois passée la durée de conservation de leur démarche.",
  every: "day",
  run: anonymiseFinished,
};

export const idleWarningJob: Job = {
  name: "comptes-inutilises-a-prevenir",
  label: "Prévient les personnes dont le compte inutilisé sera supprimé dans trente, puis quatorze jours.",
  every: "day",
  run: warnIdleAccounts,
};

export const idleDeletionJob: Job = {
  name: "comptes-inutilises",
  label: "Supprime les comptes inutilisés depuis deux ans, après deux avertissements.",
  every: "day",
  run: deleteIdleAccounts,
};

export const leftoverJob: Job = {
  name: "restes-des-comptes-supprimes",
  label: "Efface ce qui a été enregistré pendant la suppression d’un compte.",
  every: "hour",
  run: eraseLeftovers,
};
