import { addDays, addMonths } from "@/lib/shared/calendar";
import { fold } from "@/lib/shared/text";
import type { TypedDate } from "@/lib/shared/typed-date";
import type { DayBound } from "../form";

/** « 12/03/1985 », « 12 mars 1985 » or « 1985-03-12 » typed in one box, as its three parts; otherwise null. */
export function splitDay(text: string): TypedDate | null {
  const bits = fold(text)
    .split(/[\s/.\-]/)
    .filter(Boolean);
  const [first = "", second = "", third = ""] = bits;
  if (bits.length !== 3) return null;
  return /^\d{4}$/.test(first)
    ? { year: first, month: second, day: third }
    : { day: first, month: second, year: third };
}

/** « mars 1950 », « 03/1950 » or « 1950 » typed in one box: what is known of a day; otherwise null. */
export function splitPartialDay(text: string): TypedDate | null {
  const bits = fold(text)
    .split(/[\s/.\-]/)
    .filter(Boolean);
  const [month = "", year = ""] = bits.length === 1 ? ["", ...bits] : bits;
  return bits.length <= 2 && /^\d{4}$/.test(year) ? { day: "", month, year } : null;
}

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
