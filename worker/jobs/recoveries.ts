import { applyRecoveries } from "@/lib/accounts/jobs/apply-recoveries";
import type { Job } from "@/lib/ports/jobs";
import { scheduled } from "@/lib/vocabulary/scheduled-tasks";

export const recoveryJob: Job = { ...scheduled("recuperations-a-appliquer"), run: applyRecoveries };
