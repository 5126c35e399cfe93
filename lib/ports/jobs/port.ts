import type { System } from "@/lib/kernel/actor";

/** How far a run may go: no new slice of work once aborted, or after `until`. */
export type JobLimits = { signal: AbortSignal; until: Date };

/** How a run ended. « paused »: at its limits, with work left: it is taken up again at once. */
export type JobOutcome = "done" | "paused" | "failed";

/** A nightly job that failed has another try in the hour, not in the night that follows. */
export const retryMinutes = 60;

/**
 * Work that comes back. A handler may be run twice at once and killed in the middle: it works by slices, in small transactions
 * (`bySlices` of lib/upkeep/slices.ts), and takes up where it left. It returns how many things it handled, or throws PartlyDone.
 */
export type Job = {
  /** Unique, kebab-case, French: it is shown to administrators. */
  name: string;
  /** What it does, in one sentence, for administrators. */
  label: string;
  every: "minute" | "five-minutes" | "hour" | "day";
  /** Longest run, in minutes, where ten are not enough. */
  minutes?: number;
  run: (actor: System, limits: JobLimits) => Promise<number>;
};

/** Runs jobs at their hours, in a process that lasts. */
export type Scheduler = {
  /** Finishes what is running, takes nothing more. */
  stop: () => Promise<void>;
};
