import type { ExportState } from "@/db/schema/accounts";

export const exportLimits = {
  /** Copies that one account may ask for in 24 hours. */
  aDay: 3,
  /** Days that a copy stays. */
  days: 7,
} as const;

export type ExportRefusal = "already_running" | "too_many";

/** Whether one more may be asked for; `lastDay`: the states of those asked for in the last 24 hours, and of every unfinished one. */
export function refusalToAsk(lastDay: readonly ExportState[]): ExportRefusal | null {
  if (lastDay.some((state) => state === "waiting" || state === "running")) return "already_running";
  return lastDay.length >= exportLimits.aDay ? "too_many" : null;
}
