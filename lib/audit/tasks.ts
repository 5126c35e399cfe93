import type { JobRun } from "@/lib/kernel/job-runs";
import type { Rhythm } from "@/lib/vocabulary/scheduled-tasks";
import type { TaskLine } from "./types";

export type Task = { name: string; label: string; every: Rhythm };

const rhythms: Record<Rhythm, { label: string; minutes: number; lateAfter: number }> = {
  minute: { label: "Chaque minute", minutes: 1, lateAfter: 5 },
  "five-minutes": { label: "Toutes les 5 minutes", minutes: 5, lateAfter: 15 },
  hour: { label: "Chaque heure", minutes: 60, lateAfter: 130 },
  day: { label: "Chaque jour", minutes: 1_440, lateAfter: 1_560 },
};

/** A job and its last run. Late: it should have started again since, with some patience for a busy host. */
export function taskLine({ name, label, every }: Task, last: JobRun | null, now: Date): TaskLine {
  const rhythm = rhythms[every];
  const after = (minutes: number) => (last ? new Date(last.startedAt.getTime() + minutes * 60_000) : null);
  const limit = after(rhythm.lateAfter);
  return {
    name,
    label,
    rhythm: rhythm.label,
    last,
    next: after(rhythm.minutes),
    isLate: limit !== null && limit < now,
  };
}
