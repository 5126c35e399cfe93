import { clock } from "@/lib/kernel/clock";
import { isoDay } from "@/lib/shared/dates";

/** The civil day in France, for pages that say what is open: « 2026-11-23 ». */
export function today(): string {
  return isoDay(clock.now());
}
