import { spawn, type ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import { getPriority, setPriority } from "node:os";
import { join } from "node:path";
import { clearTimeout, setTimeout } from "node:timers";
import { frame, readFrames } from "../inspecting/frames";
import type { Answer, Order } from "../inspecting/verdict";

/** How an order ended: what the reader said, or that it died under it (« late »: for having taken longer than the time it was given). */
export type Outcome = { type: "answered"; answer: Answer; bytes: Buffer } | { type: "died" } | { type: "late" };

export type Reader = {
  /** False when it does not start. */
  isReady: Promise<boolean>;
  /** One order at a time. */
  read: (order: Order, bytes: Uint8Array, wallMs: number) => Promise<Outcome>;
  /** It died, or was stopped: another is needed. */
  isOver: () => boolean;
  stop: () => void;
};

/** What native code gives back, it gives back at once: it does not count for the next file. */
const memory = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072", MALLOC_MMAP_THRESHOLD_: "131072" };
const startMs = 30_000;
/** Pages are answered first, files are read after. */
const politeness = 5;

/** Starts one process that reads files: without our settings and our keys, and ended with us whatever happens. */
export function startReader(): Reader {
  const child = spawn(process.execPath, [...flags(), program()], {
    env: { NODE_ENV: "production", ...memory },
    stdio: ["pipe", "ignore", "ignore", "pipe"],
  });
  const [orders, , , answers] = child.stdio as unknown as [Socket, null, null, Socket];
  let settle: ((outcome: Outcome) => void) | null = null;
  let isOver = false;
  const conclude = (outcome: Outcome) => {
    settle?.(outcome);
    settle = null;
  };
  const end = () => {
    isOver = true;
    conclude({ type: "died" });
  };
  const kill = () => void child.kill("SIGKILL");
  child.once("close", end).once("error", end);
  for (const pipe of [orders, answers]) pipe.on("error", kill);
  answers.on(
    "data",
    readFrames((answer, bytes) => conclude({ type: "answered", answer: answer as Answer, bytes })),
  );
  leave(child, [orders, answers]);

  const within = async (milliseconds: number): Promise<Outcome> => {
    if (isOver) return { type: "died" };
    const outcome = new Promise<Outcome>((resolve) => (settle = resolve));
    const timer = setTimeout(() => {
      conclude({ type: "late" });
      kill();
    }, milliseconds);
    return outcome.finally(() => clearTimeout(timer));
  };
  return {
    isReady: within(startMs).then(({ type }) => type === "answered"),
    read: (order, bytes, wallMs) => {
      const outcome = within(wallMs);
      for (const part of frame(order, bytes)) orders.write(part);
      return outcome;
    },
    isOver: () => isOver,
    stop: () => {
      isOver = true;
      kill();
    },
  };
}

/** Written there by the build and by each start (scripts/lib/bundle.mjs). */
function program(): string {
  return join(process.cwd(), ".build", "files.mjs");
}

/** The young are swept often, so that what a file leaves behind does not count as what it takes; nothing of the disk is written. */
function flags(): string[] {
  const locks = ["--permission", "--allow-fs-read=*", "--allow-addons", "--allow-worker"];
  const isKnown = process.allowedNodeEnvironmentFlags.has("--permission");
  return ["--max-semi-space-size=2", ...(isKnown ? locks : [])];
}

/** It holds nobody back from ending: the time given to an order does, while there is one. */
function leave(child: ChildProcess, pipes: readonly Socket[]): void {
  child.unref();
  for (const pipe of pipes) pipe.unref();
  try {
    if (child.pid !== undefined) setPriority(child.pid, Math.min(19, getPriority() + politeness));
  } catch {
    // Some hosts forbid it: it then runs with our own.
  }
}
