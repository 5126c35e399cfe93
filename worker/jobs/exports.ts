import { eraseExpiredExports, makeExports } from "@/lib/exports/jobs";
import type { Job } from "@/lib/ports/jobs";
import { scheduled } from "@/lib/vocabulary/scheduled-tasks";

/** Woken at once by the worker, each minute by a cron. */
export const exportJob: Job = {
  ...scheduled("copies-de-donnees"),
  run: makeExports,
};

export const exportPurgeJob: Job = {
  ...scheduled("copies-perimees"),
  run: eraseExpiredExports,
};
