import { purgeGuestDrafts } from "@/lib/demandes/jobs/purge-guest-drafts";
import { purgeDrafts } from "@/lib/demandes/jobs/purge-drafts";
import { rescanPendingFiles } from "@/lib/demandes/jobs/rescan-pending-files";
import { warnOfExpiringDrafts } from "@/lib/demandes/jobs/warn-of-expiring-drafts";
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
