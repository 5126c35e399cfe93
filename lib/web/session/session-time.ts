import { clock } from "@/lib/kernel/clock";
import { peekAccountSession, peekAgentSession, readAccountSession, readAgentSession } from "./auth";

export type SessionTime = {
  /** Before the session ends if nothing more is asked. */
  secondsLeft: number;
  /** The longest that a session may last is near: nothing puts this end off. */
  isLast: boolean;
};

/** The citizen's session of this request; null without one. Reading it pushes its idle end. */
export async function citizenTime(): Promise<SessionTime | null> {
  return timeOf(await readAccountSession());
}

/** The citizen's session, looked at without using it: a page that waits must not keep it alive. */
export async function peekCitizenTime(): Promise<SessionTime | null> {
  return timeOf(await peekAccountSession());
}

/** The session of an agent who gave the second factor; null without one. Reading it pushes its idle end. */
export async function agentTime(): Promise<SessionTime | null> {
  const session = await readAgentSession();
  return timeOf(session?.hasSecondFactor ? session : null);
}

export async function peekAgentTime(): Promise<SessionTime | null> {
  const session = await peekAgentSession();
  return timeOf(session?.hasSecondFactor ? session : null);
}

/** What the pages' scripts are told: 401 once the session is over. */
export function timeAnswer(time: SessionTime | null): Response {
  const body: SessionTime = time ?? { secondsLeft: 0, isLast: false };
  return Response.json(body, { status: time ? 200 : 401, headers: { "cache-control": "no-store" } });
}

function timeOf(session: { idleExpiresAt: Date; expiresAt: Date } | null): SessionTime | null {
  if (!session) return null;
  const end = Math.min(session.idleExpiresAt.getTime(), session.expiresAt.getTime());
  const secondsLeft = Math.max(0, Math.round((end - clock.now().getTime()) / 1000));
  return { secondsLeft, isLast: end === session.expiresAt.getTime() };
}
