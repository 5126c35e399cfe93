import { purgeAccounts } from "@/lib/accounts/jobs/purge-accounts";
import { purgeLinks } from "@/lib/demandes/jobs/purge-links";
import { inTurn } from "@/lib/upkeep/slices";
import { purgeAgents } from "@/lib/staff/jobs/purge-sessions-and-links";
import type { Job } from "@/lib/ports/jobs";
import { scheduled } from "@/lib/vocabulary/scheduled-tasks";

export const sessionJob: Job = {
  ...scheduled("sessions-et-liens"),
  run: (actor, limits) =>
    inTurn(limits, [
      () => purgeAccounts(actor, limits),
      () => purgeAgents(actor, limits),
      () => purgeLinks(actor, limits),
    ]),
};
