import { tellShortRoom, tellSilentTasks } from "@/lib/audit/jobs";
import { eraseStatistics } from "@/lib/departure/jobs/erase-statistics";
import { isFileNamed } from "@/lib/demandes/queries/is-file-named";
import type { System } from "@/lib/kernel/actor";
import { eraseForgottenBlobs, giveUpPendingBlobs } from "@/lib/files/jobs/erase-blobs";
import { purgePlatform } from "@/lib/upkeep/housekeeping";
import { inTurn } from "@/lib/upkeep/slices";
import { purgeNotifications } from "@/lib/notifications/jobs";
import type { Job } from "@/lib/ports/jobs";
import { scheduled } from "@/lib/vocabulary/scheduled-tasks";
import { storage } from "@/lib/ports/storage";

export const purgeJob: Job = {
  ...scheduled("menage"),
  run: (_actor, limits) => purgePlatform(limits),
};

export const blobJob: Job = {
  ...scheduled("fichiers-a-effacer"),
  run: (actor, limits) =>
    inTurn(limits, [
      () => giveUpPendingBlobs(limits),
      () => eraseForgottenBlobs((key) => eraseUnnamed(actor, key), limits),
    ]),
};

/** Bytes that another demande still has stay: it forgets them in its turn. */
async function eraseUnnamed(actor: System, storageKey: string): Promise<void> {
  if (!(await isFileNamed(actor, storageKey))) await storage().delete(storageKey);
}

/** Administrators are told by letter of the tasks that fail, this one among them, and of the room that runs short. */
export const watchJob: Job = {
  ...scheduled("taches-a-surveiller"),
  run: async (actor, limits) => (await tellShortRoom(actor)) + (await tellSilentTasks(actor, limits)),
};

/** What was kept for a term longer than a year at most: a day earlier or later changes nothing. */
export const oldTracesJob: Job = {
  ...scheduled("traces-anciennes"),
  run: (actor, limits) =>
    inTurn(limits, [() => purgeNotifications(actor, limits), () => eraseStatistics(actor, limits)]),
};
