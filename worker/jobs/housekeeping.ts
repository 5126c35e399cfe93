import { eraseForgottenBlobs, giveUpPendingBlobs } from "@/lib/kernel/blobs";
import { purgePlatform } from "@/lib/kernel/housekeeping";
import type { Job } from "@/lib/ports/jobs";
import { storage } from "@/lib/ports/storage";

export const purgeJob: Job = {
  name: "menage",
  label: "Efface les compteurs, codes et journaux périmés.",
  every: "hour",
  run: (_actor, { signal }) => purgePlatform(signal),
};

export const blobJob: Job = {
  name: "fichiers-a-effacer",
  label: "Efface les fichiers supprimés et les envois abandonnés.",
  every: "five-minutes",
  run: async (_actor, { signal }) => {
    await giveUpPendingBlobs();
    return eraseForgottenBlobs((key) => storage().delete(key), signal);
  },
};
