import type { JobState } from "@/lib/upkeep/job-runs";
import type { Rhythm } from "@/lib/vocabulary/scheduled-tasks";
import type { TaskLine } from "../types";

export type Task = { name: string; label: string; every: Rhythm };

const rhythms: Record<Rhythm, { label: string; minutes: number; lateAfter: number }> = {
  minute: { label: "Chaque minute", minutes: 1, lateAfter: 5 },
  "five-minutes": { label: "Toutes les 5 minutes", minutes: 5, lateAfter: 15 },
  hour: { label: "Chaque heure", minutes: 60, lateAfter: 130 },
  day: { label: "Chaque jour", minutes: 1_440, lateAfter: 1_560 },
};

/** Minutes without success after which administrators are told, whatever the rhythm. */
const silentAfter = 2 * 1_440;
/** Minutes without any start after which nothing runs the tasks any more: one of them starts each minute. */
const stoppedAfter = 15;

/**
 * A job and how its runs went. Late: it should have started again since, with some patience for a busy host; or for the first time,
 * counted from `runningSince`, when the first job of all started.
 */
export function taskLine(
  { name, label, every }: Task,
  state: Omit<JobState, "job"> | null,
  now: Date,
  runningSince: Date | null = null,
): TaskLine {
  const rhythm = rhythms[every];
  const last = state?.last ?? null;
  const from = last?.startedAt ?? runningSince;
  const after = (minutes: number) => (from ? new Date(from.getTime() + minutes * 60_000) : null);
  const limit = after(rhythm.lateAfter);
  const since = state?.succeededAt ?? state?.firstAt ?? null;
  return {
    name,
    label,
    rhythm: rhythm.label,
    last,
    next: after(rhythm.minutes),
    isLate: limit !== null && limit < now,
    silentSince: since && minutesBetween(since, now) >= silentAfter ? since : null,
    succeededAt: state?.succeededAt ?? null,
  };
}

/**
 * Since when no task has started: nothing runs them, no letter leaves. Null while they run. Where none ever did, a letter that has
 * waited for as long says it.
 */
export function stoppedSince(tasks: readonly TaskLine[], oldestLetter: Date | null, now: Date): Date | null {
  // One that started in the future did so by a clock put right since.
  const starts = tasks.flatMap(({ last }) => last?.startedAt.getTime() ?? []).filter((at) => at <= now.getTime());
  const since = starts.length > 0 ? new Date(Math.max(...starts)) : oldestLetter;
  return since && minutesBetween(since, now) >= stoppedAfter ? since : null;
}

function minutesBetween(since: Date, now: Date): number {
  return (now.getTime() - since.getTime()) / 60_000;
}
