import type { EventEmitter } from "node:events";
import { logger } from "./logger";

/**
 * postgres.js 3.4.9 writes from a timer, and its timer does not look whether the connection closed meanwhile
 * (github.com/porsager/postgres/issues/1208): when the database stops in the middle of a transaction, an error comes out of nowhere
 * that no caller can catch. Who waited for the transaction was told in their own place, and the pool is replaced (database.ts):
 * nothing is lost, so this very error is a line of the log. Every other goes on to who listens, or ends the process.
 */
export function surviveLateWrites(): void {
  if (process.hasUncaughtExceptionCaptureCallback()) return;
  const listeners: EventEmitter = process;
  process.setUncaughtExceptionCaptureCallback((error: unknown) => {
    if (isLateWrite(error)) return logger().warn({ event: "database.late_write" });
    if (listeners.emit("uncaughtException", error, "uncaughtException")) return;
    logger().fatal({ event: "process.broken", error: error instanceof Error ? error.name : typeof error });
    process.exit(1);
  });
}

/** By its kind, its words and the place that threw it: nothing else in the process looks like it. */
export function isLateWrite(error: unknown): boolean {
  if (!(error instanceof Object)) return false;
  const { name, message, stack } = error as Partial<Error>;
  if (name !== "TypeError" || !message || !stack) return false;
  const [, thrower = ""] = stack.split("\n");
  return /null.*\bwrite\b/.test(message) && /^\s*at Immediate\.nextWrite \(/.test(thrower);
}
