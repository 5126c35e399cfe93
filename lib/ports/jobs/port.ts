import type { System } from "@/lib/kernel/actor";
import type { Tx } from "@/lib/kernel/database";

/** How far a run may go: no new slice of work once aborted, or after `until`. */
export type JobLimits = { signal: AbortSignal; until: Date };

/** How a run ended. « paused »: at its limits, with work left: it is taken up again at once. */
export type JobOutcome = "done" | "paused" | "failed";

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

/**
 * Seconds of silence after which a process is held for dead, and what it held given to another. In a process that lasts pg-boss says
 * that it lives; a call of /api/jobs is over before.
 */
export const silence = 60;

/** Where orders wait. Made by the migration (scripts/lib/migrations.mjs), under this name. */
export type OrderQueue = {
  name: string;
  /** Longest run of one of them: it is then given to another process. */
  minutes: number;
};

/** One thing to do, in the hands of one process at a time. */
export type Order = {
  /** Of what it is about. */
  id: string;
  /**
   * Ends it in the transaction that writes what came of it. Throws ClaimLost when another process has it now: whoever fell silent,
   * should it wake up, ends nothing.
   */
  settle: (tx: Tx) => Promise<void>;
};

/** Another process has the order now. */
export class ClaimLost extends Error {
  override name = "ClaimLost";
}

/**
 * Work that somebody asks for (`withOrders`), done as soon as a process is free. What throws, stops at its limits or dies is tried again,
 * five times in all, each later than the one before.
 */
export type OrderedJob = {
  queue: OrderQueue;
  /** The task that its runs are shown under. */
  task: string;
  run: (actor: System, limits: JobLimits, order: Order) => Promise<number>;
};

/** What pg-boss keeps of a run that failed: no message, which might quote somebody. */
export class NotDone extends Error {
  override name = "NotDone";
}
