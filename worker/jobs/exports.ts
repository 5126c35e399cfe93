import { eraseExpiredExports, makeExports } from "@/lib/exports/jobs";
import type { Job } from "@/lib/ports/jobs";

/** Woken at once by the worker, each minute by a cron. */
export const exportJob: Job = {
  name: "copies-de-donnees",
  label: "Prépare les copies de leurs données que les usagers ont demandées.",
  every: "minute",
  run: makeExports,
};

export const exportPurgeJob: Job = {
  name: "copies-perimees",
  label: "Efface les copies de données après sept jours.",
  every: "hour",
  run: eraseExpiredExports,
};
