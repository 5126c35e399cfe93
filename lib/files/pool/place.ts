import { clearTimeout, setTimeout } from "node:timers";
import { logger } from "@/lib/kernel/logger";
import { done, refuse, type Result } from "@/lib/shared/result";
import type { Order, ReadingKind, ReadingRefusal, Readings } from "../inspecting/verdict";
import type { Sender } from "./queue";
import { startReader, type Outcome, type Reader } from "./reader";

export type PlaceLimits = {
  /** Of processor time, all threads together; in the place of light files, before they are taken for heavy. */
  cpuMs: number;
  lightCpuMs: number;
  /** Of the clock, asleep or not. */
  wallMs: number;
  memoryBytes: number;
  /** A reader without work ends after this time. */
  idleMs: number;
};

export type Reading<K extends ReadingKind> = Result<Readings[K], ReadingRefusal | "readers_busy">;
export type Demand = { kind: ReadingKind; bytes: Buffer; maxBytes: number; sender: Sender };
export type Job = Sender & {
  bytes: number;
  demand: Demand;
  resolve: (reading: Reading<ReadingKind>) => void;
  isHeavy: boolean;
  wasLate: boolean;
};

/** Where one reader works, one file at a time; another takes its place when it dies, or has grown. */
export type Place = {
  isForLight: boolean;
  isFree: () => boolean;
  /** What came of it; null: to be read again, in a place for any file. */
  serve: (job: Job) => Promise<Reading<ReadingKind> | null>;
  /** Has a reader ready from now on. */
  keepWarm: () => void;
  stop: () => void;
};

export function openPlace(isForLight: boolean, limits: PlaceLimits): Place {
  let reader: Reader | null = null;
  let idle: NodeJS.Timeout | null = null;
  let state: "free" | "busy" | "stopped" = "free";
  let isWarm = false;

  const living = (): Reader => {
    if (reader === null || reader.isOver()) reader = startReader();
    return reader;
  };
  const retire = () => {
    reader?.stop();
    reader = null;
  };
  const rest = () => {
    state = "free";
    if (isWarm) living();
    else idle = setTimeout(retire, limits.idleMs).unref();
  };
  const order = async ({ kind, bytes, maxBytes }: Demand): Promise<Outcome | null> => {
    const { memoryBytes, cpuMs, lightCpuMs, wallMs } = limits;
    const wanted: Order = {
      kind,
      maxBytes,
      memoryBytes,
      cpuMs: isForLight ? lightCpuMs : cpuMs,
      onlyLight: isForLight,
    };
    const current = living();
    const outcome = (await current.isReady) ? await current.read(wanted, bytes, wallMs) : null;
    if (outcome === null) logger().error({ event: "files.reader_does_not_start" });
    else if (outcome.type !== "answered")
      logger().warn({ event: "files.reader_died", kind, isLate: outcome.type === "late" });
    if (outcome?.type !== "answered" || ("isLast" in outcome.answer && outcome.answer.isLast)) retire();
    return outcome;
  };

  return {
    isForLight,
    isFree: () => state === "free",
    serve: async (job) => {
      state = "busy";
      if (idle) clearTimeout(idle);
      const outcome = await order(job.demand);
      // While it worked, it may have been asked to stop.
      if ((state as "busy" | "stopped") === "busy") rest();
      return readingOf(outcome, job, isForLight);
    },
    keepWarm: () => {
      isWarm = true;
      if (state === "free") living();
    },
    stop: () => {
      state = "stopped";
      retire();
    },
  };
}

function readingOf(outcome: Outcome | null, job: Job, wasForLight: boolean): Reading<ReadingKind> | null {
  if (outcome === null) return refuse("readers_busy");
  if (outcome.type === "answered") {
    const { answer, bytes } = outcome;
    if (answer.type === "refused") return refuse(answer.reason);
    if (answer.type === "read") return done({ ...answer.details, bytes });
  }
  if (outcome.type === "died" && !wasForLight) return refuse("too_complex");
  // It took long without working: the machine's fault perhaps. Once.
  if (outcome.type === "late" && job.wasLate) return refuse("readers_busy");
  job.wasLate ||= outcome.type === "late";
  job.isHeavy = true;
  return null;
}
