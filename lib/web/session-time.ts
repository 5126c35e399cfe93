import { clock } from "@/lib/kernel/clock";
import { readAccountSession, readAgentSession } from "./auth";

/** Seconds before the citizen's session of this request ends if nothing more is asked; null without one. */
export async function citizenSecondsLeft(): Promise<number | null> {
  const session = await readAccountSession();
  return session ? secondsUntil(session.idleExpiresAt, session.expiresAt) : null;
}

/** The same for an agent who gave the second factor. */
export async function agentSecondsLeft(): Promise<number | null> {
  const session = await readAgentSession();
  return session?.hasSecondFactor ? secondsUntil(session.idleExpiresAt, session.expiresAt) : null;
}

function secondsUntil(...ends: readonly Date[]): number {
  const end = Math.min(...ends.map((date) => date.getTime()));
  return Math.max(0, Math.round((end - clock.now().getTime()) / 1000));
}
