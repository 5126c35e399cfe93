import type { System } from "@/lib/kernel/actor";

/** How far a run may go: no new piece of work once aborted, or after `until`. */
export type JobLimits = { signal: AbortSignal; until: Date };

/**
 * Work that comes back. A handler may be run twice at once and killed in the middle: it works in small transactions and
 * takes up where it left. It returns how many things it handled.
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
