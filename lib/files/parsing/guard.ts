import { Worker } from "node:worker_threads";

const kib = 1024;
/** Between two looks, in milliseconds: what native code takes in that time is above the limit for as long. */
const every = 10;

export type Guard = {
  /** From now on, until `stop`, so much processor time and memory may be taken. */
  start: (limits: { cpuMs: number; memoryBytes: number }) => void;
  stop: () => void;
  /** What the process holds above what it held at rest. */
  bytesAboveRest: () => number;
};

/**
 * Ends this very process as soon as one piece of work has taken its processor time or its memory. A thread of its own watches,
 * because the work may never give the hand back; it counts all threads, native ones too.
 */
export function startGuard(): Guard {
  const shared = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);
  const [isWorking, cpuEnd, memoryEnd] = [0, 1, 2];
  const state = new Int32Array(shared);
  new Worker(`(${watch.toString()})()`, { eval: true, workerData: { shared, every } }).unref();
  const atRest = process.memoryUsage.rss();
  return {
    start: ({ cpuMs, memoryBytes }) => {
      const { user, system } = process.cpuUsage();
      state[cpuEnd] = (user + system) / 1000 + cpuMs;
      state[memoryEnd] = (process.memoryUsage.rss() + memoryBytes) / kib;
      Atomics.store(state, isWorking, 1);
      Atomics.notify(state, isWorking);
    },
    stop: () => {
      Atomics.store(state, isWorking, 0);
      Atomics.notify(state, isWorking);
    },
    bytesAboveRest: () => process.memoryUsage.rss() - atRest,
  };
}

/** Runs in the thread, from its text: it sees nothing of this file. */
function watch(): void {
  const { workerData } = process.getBuiltinModule("node:worker_threads") as {
    workerData: { shared: SharedArrayBuffer; every: number };
  };
  const state = new Int32Array(workerData.shared);
  for (;;) {
    Atomics.wait(state, 0, 0);
    Atomics.wait(state, 0, 1, workerData.every);
    const { user, system } = process.cpuUsage();
    const isOver = (user + system) / 1000 > Number(state[1]) || process.memoryUsage.rss() / 1024 > Number(state[2]);
    if (Atomics.load(state, 0) === 1 && isOver) process.kill(process.pid, "SIGKILL");
  }
}
