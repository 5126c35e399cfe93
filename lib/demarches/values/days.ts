import { addDays, addMonths } from "@/lib/shared/calendar";
import type { DayBound } from "../form";

/** « 1950 » or « 1950-03 »: what is known of a day. */
export function isPartialDay(text: unknown): text is string {
  return typeof text === "string" && /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text);
}

export function isIsoDay(text: unknown): text is string {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A bound of a definition as a civil day: « today », « -18y », « +3m », « +2d » or the day itself. */
export function resolveBound(bound: DayBound, today: string): string {
  const match = /^([+-]\d{1,4})([dmy])$/.exec(bound);
  if (!match) return bound === "today" ? today : bound;
  const count = Number(match[1]);
  if (match[2] === "d") return addDays(today, count);
  return addMonths(today, match[2] === "y" ? count * 12 : count);
}
