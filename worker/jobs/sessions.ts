import { purgeAccounts } from "@/lib/accounts/jobs";
import { purgeLinks } from "@/lib/demandes/jobs/purge-links";
import { purgeAgents } from "@/lib/organisation/jobs";
import type { Job } from "@/lib/ports/jobs";
import { scheduled } from "@/lib/vocabulary/scheduled-tasks";

export const sessionJob: Job = {
  ...scheduled("sessions-et-liens"),
  run: async (actor, limits) => {
    const counts = [
      await purgeAccounts(actor, limits),
      await purgeAgents(actor, limits),
      await purgeLinks(actor, limits),
    ];
    return counts.reduce((sum, count) => sum + count, 0);
  },
};
