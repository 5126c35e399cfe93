import { clock } from "@/lib/kernel/clock";

/** Minutes (docs/numbers.md). */
const citizenIdleMinutes = 30;
export const citizenAbsoluteMinutes = 12 * 60;
/** A session that is used is written at most once a minute. */
const touchEverySeconds = 60;

/** The idle end never goes past the absolute one. */
export function idleEnd(absoluteEnd: Date): Date {
  return new Date(Math.min(clock.inMinutes(citizenIdleMinutes).getTime(), absoluteEnd.getTime()));
}

export function isDueForTouch(lastSeenAt: Date): boolean {
  return clock.now().getTime() - lastSeenAt.getTime() >= touchEverySeconds * 1000;
}
