import type { ExportState } from "@/db/schema/accounts";
import { copiesADay } from "./rules";

export type ExportRefusal = "already_running" | "too_many";

/** Whether one more may be asked for; `lastDay`: the states of those asked for in the last 24 hours, and of every unfinished one. */
export function refusalToAsk(lastDay: readonly ExportState[]): ExportRefusal | null {
  if (lastDay.some((state) => state === "waiting" || state === "running")) return "already_running";
  return lastDay.length >= copiesADay ? "too_many" : null;
}
