import { and, eq } from "drizzle-orm";
import { agents, agentSessions } from "@/db/schema/organisation";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { fingerprint, hashSecret, newSecret } from "@/lib/kernel/crypto";
import { database, type Tx } from "@/lib/kernel/database";
import { forgetTries, takeTry } from "@/lib/kernel/failure-delay";
import { isPassword } from "@/lib/kernel/password";
import { transact } from "@/lib/kernel/transact";
import { newId, type AgentId, type SessionId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import type { AgentSignIn } from "../schema";
import { agentAbsoluteMinutes, agentIdleEnd, secondStepMinutes } from "../session-rules";
import { acceptedStep } from "../totp";

/**
 * First step of an agent's sign-in: opens a session of ten minutes that gives access to the second step only.
 * Refuses `bad_credentials` (also for an agent removed) and `delayed` (details.seconds).
 */
export async function signInAgent(actor: Actor, { email, password }: AgentSignIn, device: string) {
  const [agent] = await database()
    .select({ id: agents.id, passwordHash: agents.passwordHash })
    .from(agents)
    .where(and(eq(agents.email, email), eq(agents.isActive, true)))
    .limit(1);
  const key = `agent-sign-in:${fingerprint("sign-in", agent?.id ?? email)}`;
  const tried = await takeTry(key);
  if (!tried.isAllowed) return refuse("delayed", { seconds: String(tried.retryAfter) });

  const isRight = await isPassword(agent?.passwordHash ?? null, password);
  if (!agent || !isRight) {
    await recordFailure(actor, "agent.sign_in_failed", agent?.id);
    return refuse("bad_credentials");
  }
  return transact(actor, async ({ tx, unrecorded }) => {
    unrecorded("nothing is open before the second factor");
    await forgetTries(key, tx);
    return done(await openSession(tx, agent.id, device, false));
  });
}

/**
 * Second step: the six-digit code, which serves once. The session changes its identifier. `sessionId`: the session of the
 * first step, read from the cookie. Refuses `expired`, `wrong_code`, `delayed` (details.seconds).
 */
export async function confirmSecondFactor(
  actor: Actor,
  { sessionId, code }: { sessionId: SessionId; code: string },
  device: string,
) {
  const pending = await findPending(sessionId);
  if (!pending) return refuse("expired");
  const key = `agent-code:${fingerprint("sign-in", pending.agentId)}`;
  const tried = await takeTry(key);
  if (!tried.isAllowed) return refuse("delayed", { seconds: String(tried.retryAfter) });

  const result = await transact(actor, async ({ tx, record }) => {
    const [agent] = await tx
      .select({ totpSecret: agents.totpSecret, totpLastStep: agents.totpLastStep })
      .from(agents)
      .where(and(eq(agents.id, pending.agentId), eq(agents.isActive, true)))
      .for("update");
    const step = agent ? acceptedStep(agent.totpSecret, code, agent.totpLastStep) : null;
    if (step === null) return refuse("wrong_code");
    await tx
      .update(agents)
      .set({ totpLastStep: String(step) })
      .where(eq(agents.id, pending.agentId));
    await tx.delete(agentSessions).where(eq(agentSessions.id, sessionId));
    await forgetTries(key, tx);
    await record("agent.signed_in", pending.agentId);
    return done(await openSession(tx, pending.agentId, device, true));
  });
  if (!result.ok) await recordFailure(actor, "agent.second_factor_failed", pending.agentId);
  return result;
}

async function findPending(sessionId: SessionId) {
  const [row] = await database()
    .select({ agentId: agentSessions.agentId, expiresAt: agentSessions.expiresAt })
    .from(agentSessions)
    .where(and(eq(agentSessions.id, sessionId), eq(agentSessions.hasSecondFactor, false)))
    .limit(1);
  return row && row.expiresAt > clock.now() ? row : null;
}

async function openSession(tx: Tx, agentId: AgentId, device: string, hasSecondFactor: boolean) {
  const secret = newSecret();
  const now = clock.now();
  const expiresAt = clock.inMinutes(hasSecondFactor ? agentAbsoluteMinutes : secondStepMinutes);
  await tx.insert(agentSessions).values({
    id: newId<SessionId>(),
    agentId,
    tokenHash: hashSecret(secret),
    hasSecondFactor,
    createdAt: now,
    lastSeenAt: now,
    idleExpiresAt: agentIdleEnd(expiresAt),
    expiresAt,
    device: device.slice(0, 120),
  });
  return { secret };
}

async function recordFailure(
  actor: Actor,
  verb: "agent.sign_in_failed" | "agent.second_factor_failed",
  agentId?: AgentId,
) {
  await transact(actor, async ({ record }) => {
    await record(verb, agentId ?? "unknown");
    return done(null);
  });
}
