import { isNoRoom, noteNoRoom } from "@/lib/kernel/disk-room";
import { logger } from "@/lib/kernel/logger";
import { newNumber } from "./visit";

/** Logs what nobody expected, under a number that the person may quote. Neither the text typed nor the query's values are logged. */
export function reportUnexpected(error: unknown, where: string): string {
  if (isNoRoom(error)) noteNoRoom();
  const number = newNumber();
  logger().error({ number, where, ...describe(error) }, "unexpected error");
  return number;
}

/** A driver's message may repeat values of a query: its code and its stack's places are enough. */
export function describe(error: unknown): {
  error: string;
  code?: string;
  at?: string[];
} {
  if (!(error instanceof Error)) return { error: typeof error };
  const root = error.cause instanceof Error ? error.cause : error;
  const code = "code" in root && typeof root.code === "string" ? root.code : undefined;
  const at = (error.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 8);
  return { error: root.name, code, at: at.map((line) => line.trim()) };
}
