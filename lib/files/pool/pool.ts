import { refuse } from "@/lib/shared/result";
import type { ReadingKind } from "../inspecting/verdict";
import { openPlace, type Demand, type Job, type Place, type PlaceLimits, type Reading } from "./place";
import { fairQueue, type QueueBounds } from "./queue";

export type PoolLimits = PlaceLimits & {
  /** Readers for any file. One more serves only what is read in a moment. */
  readers: number;
  /** Above, a file is not what is read in a moment. */
  lightBytes: number;
  queue: QueueBounds;
};

export type Pool = {
  read: <K extends ReadingKind>(demand: Demand & { kind: K }) => Promise<Reading<K>>;
  /** Starts the reader of small files, and keeps it: the first file does not wait for it. */
  keepWarm: () => void;
  stop: () => void;
};

/** Processes that read strangers' files, and the line before them. Decision 020. */
export function startPool(limits: PoolLimits): Pool {
  const places = Array.from({ length: limits.readers + 1 }, (_, index) => openPlace(index === 0, limits));
  const queue = fairQueue<Job>(limits.queue, places.length, ({ resolve }) => resolve(refuse("readers_busy")));

  const suits = (place: Place) => (job: Job) => !place.isForLight || (!job.isHeavy && job.bytes <= limits.lightBytes);
  const pump = () => {
    for (const place of places) {
      const job = place.isFree() ? queue.take(suits(place)) : null;
      if (job) void serve(place, job);
    }
  };
  const serve = async (place: Place, job: Job) => {
    const reading = await place.serve(job);
    queue.end(job);
    if (reading) job.resolve(reading);
    else queue.putBack(job);
    pump();
  };

  return {
    read: <K extends ReadingKind>(demand: Demand & { kind: K }) =>
      new Promise<Reading<K>>((resolve) => {
        const answer = resolve as Job["resolve"];
        const { sender, bytes } = demand;
        const job = { ...sender, bytes: bytes.length, demand, resolve: answer, isHeavy: false, wasLate: false };
        if (queue.add(job)) pump();
        else resolve(refuse("readers_busy"));
      }),
    keepWarm: () => {
      for (const place of places) if (place.isForLight) place.keepWarm();
    },
    stop: () => {
      for (const place of places) place.stop();
    },
  };
}
