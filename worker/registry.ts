import type { Job, Works } from "@/lib/ports/jobs";
import { anonymiseJob, idleDeletionJob, idleWarningJob, leftoverJob } from "./jobs/departure";
import { backupJob } from "./jobs/backup";
import { draftPurgeJob, draftWarningJob, rescanJob } from "./jobs/demandes";
import { exportJob, orderedExports, exportPurgeJob } from "./jobs/exports";
import { blobJob, oldTracesJob, purgeJob, watchJob } from "./jobs/housekeeping";
import { mailJob } from "./jobs/mails";
import { recoveryJob } from "./jobs/recoveries";
import { sessionJob } from "./jobs/sessions";

/** Every job of the portal. A module adds its own here, on one line. In this order on a host without a worker: the longest last. */
export const jobs: readonly Job[] = [
  mailJob,
  blobJob,
  purgeJob,
  sessionJob,
  recoveryJob,
  draftWarningJob,
  draftPurgeJob,
  rescanJob,
  anonymiseJob,
  idleWarningJob,
  idleDeletionJob,
  leftoverJob,
  oldTracesJob,
  watchJob,
  exportPurgeJob,
  exportJob,
  backupJob,
];

/** All that the worker does later, beside the letters. */
export const works: Works = { jobs, orders: [orderedExports] };
