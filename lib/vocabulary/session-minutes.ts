import { inWords } from "./duration";

/** Minutes (docs/numbers.md): how long a session lasts unused, and at most. Rules, pages and letters read them here. */
const citizenIdleMinutes = 30;
const citizenAbsoluteMinutes = 12 * 60;
const agentIdleMinutes = 15;
const agentAbsoluteMinutes = 8 * 60;

export type SessionKind = "citizen" | "agent";

export const sessionMinutes: Record<SessionKind, { idle: number; absolute: number }> = {
  citizen: { idle: citizenIdleMinutes, absolute: citizenAbsoluteMinutes },
  agent: { idle: agentIdleMinutes, absolute: agentAbsoluteMinutes },
};

/** « 30 minutes », the time without a page after which the session closes. */
export function idleTime(kind: SessionKind): string {
  return inWords(sessionMinutes[kind].idle);
}

/** « 12 heures », the longest that a session lasts. */
export function longestTime(kind: SessionKind): string {
  return inWords(sessionMinutes[kind].absolute);
}
