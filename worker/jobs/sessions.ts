import { purgeAccounts } from "@/lib/accounts/jobs";
import { purgeLinks } from "@/lib/demandes/jobs/purge-links";
import { purgeAgents } from "@/lib/organisation/jobs";
import type { Job } from "@/lib/ports/jobs";

export const sessionJob: Job = {
  name: "sessions-et-liens",
  label: "Efface les sessions terminées, les liens périmés et les comptes jamais activés.",
  every: "hour",
  run: async (actor, limits) => {
    const counts = [
      await purgeAccounts(actor, limits),
      await purgeAgents(actor, limits),
      await purgeLinks(actor, limits),
    ];
    return counts.reduce((sum, count) => sum + count, 0);
  },
};
