import { clock } from "@/lib/kernel/clock";

/** Minutes (docs/numbers.md). */
const agentIdleMinutes = 15;
export const agentAbsoluteMinutes = 8 * 60;
/** Between the password and the six-digit code. */
export const secondStepMinutes = 10;
const touchEverySeconds = 60;

export function agentIdleEnd(absoluteEnd: Date): Date {
  return new Date(Math.min(clock.inMinutes(agentIdleMinutes).getTime(), absoluteEnd.getTime()));
}

export function isAgentDueForTouch(lastSeenAt: Date): boolean {
  return clock.now().getTime() - lastSeenAt.getTime() >= touchEverySeconds * 1000;
}
