import { eraseExpiredExports, exportOrders, reviveExports } from "@/lib/exports/jobs";
import type { Job, OrderedJob } from "@/lib/ports/jobs";
import { scheduled } from "@/lib/vocabulary/scheduled-tasks";

const task = scheduled("copies-de-donnees");

export const orderedExports: OrderedJob = { ...exportOrders, task: task.name };

/** Sees that none is forgotten. */
export const exportJob: Job = { ...task, run: reviveExports };

export const exportPurgeJob: Job = {
  ...scheduled("copies-perimees"),
  run: eraseExpiredExports,
};
