import { anonymiseFinished } from "@/lib/departure/jobs/anonymise-finished";
import { eraseLeftovers } from "@/lib/departure/jobs/erase-leftovers";
import { deleteIdleAccounts, warnIdleAccounts } from "@/lib/departure/jobs/idle-accounts";
import type { Job } from "@/lib/ports/jobs";
import { scheduled } from "@/lib/vocabulary/scheduled-tasks";

export const anonymiseJob: Job = {
  ...scheduled("demandes-a-anonymiser"),
  run: anonymiseFinished,
};

export const idleWarningJob: Job = {
  ...scheduled("comptes-inutilises-a-prevenir"),
  run: warnIdleAccounts,
};

export const idleDeletionJob: Job = {
  ...scheduled("comptes-inutilises"),
  run: deleteIdleAccounts,
};

export const leftoverJob: Job = {
  ...scheduled("restes-des-comptes-supprimes"),
  run: eraseLeftovers,
};
