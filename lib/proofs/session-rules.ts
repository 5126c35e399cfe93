import { sessionMinutes, type SessionKind } from "@/lib/vocabulary/session-minutes";
import { clock } from "@/lib/kernel/clock";

/** A session that is used is written at most once a minute. */
const touchEverySeconds = 60;

/** When a session that opens now ends, whatever is asked meanwhile. */
export function absoluteEnd(kind: SessionKind): Date {
  return clock.inMinutes(sessionMinutes[kind].absolute);
}

/** When a session used now ends if nothing more is asked: never past its absolute end. */
export function idleEnd(kind: SessionKind, end: Date): Date {
  return new Date(Math.min(clock.inMinutes(sessionMinutes[kind].idle).getTime(), end.getTime()));
}

/** Whether the use of a session is to be written again. */
export function isDueForTouch(lastSeenAt: Date): boolean {
  return clock.now().getTime() - lastSeenAt.getTime() >= touchEverySeconds * 1000;
}
