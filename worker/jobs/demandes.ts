import { purgeGuestDrafts } from "@/lib/demandes/jobs/purge-guest-drafts";
import { purgeDrafts, rescanPendingFiles, warnOfExpiringDrafts } from "@/lib/demandes/jobs";
import type { Job } from "@/lib/ports/jobs";
import { scheduled } from "@/lib/vocabulary/scheduled-tasks";

export const draftWarningJob: Job = {
  ...scheduled("brouillons-bientot-effaces"),
  run: warnOfExpiringDrafts,
};

export const draftPurgeJob: Job = {
  ...scheduled("brouillons-abandonnes"),
  run: async (actor, limits) => (await purgeGuestDrafts(actor, limits)) + (await purgeDrafts(actor, limits)),
};

export const rescanJob: Job = {
  ...scheduled("antivirus-a-refaire"),
  run: rescanPendingFiles,
};
