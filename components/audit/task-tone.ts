import type { Tone } from "@/components/ui/status-tag";
import type { TaskLine } from "@/lib/audit/types";

type Outcome = NonNullable<TaskLine["last"]>["outcome"];

/** How a run of a task ended, as its tag says it. */
export const outcomeTags: Record<Outcome, { label: string; tone: Tone }> = {
  running: { label: "En cours", tone: "info" },
  done: { label: "Terminée", tone: "success" },
  paused: { label: "À poursuivre", tone: "info" },
  failed: { label: "En échec", tone: "danger" },
};
