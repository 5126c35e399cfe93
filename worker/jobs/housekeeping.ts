import { eraseForgottenBlobs, giveUpPendingBlobs } from "@/lib/kernel/blobs";
import { purgePlatform } from "@/lib/kernel/housekeeping";
import type { Job } from "@/lib/ports/jobs";
import { scheduled } from "@/lib/vocabulary/scheduled-tasks";
import { storage } from "@/lib/ports/storage";

export const purgeJob: Job = {
  ...scheduled("menage"),
  run: (_actor, { signal }) => purgePlatform(signal),
};

export const blobJob: Job = {
  ...scheduled("fichiers-a-effacer"),
  run: async (_actor, { signal }) => {
    await giveUpPendingBlobs();
    return eraseForgottenBlobs((key) => storage().delete(key), signal);
  },
};
