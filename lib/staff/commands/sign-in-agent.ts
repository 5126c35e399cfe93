import { and, eq, gt } from "drizzle-orm";
import { agents, agentSessions } from "@/db/schema/staff";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { fingerprint } from "@/lib/kernel/crypto";
import { database, type Tx } from "@/lib/kernel/database";
import { forgetTries, takeTry, type Try } from "@/lib/proofs/tries";
import { takeDeviceTry, type KnownDevice } from "@/lib/proofs/known-devices";
import { post } from "@/lib/letters/outbox/post";
import { isPassword } from "@/lib/proofs/password";
import { newSession } from "@/lib/proofs/sessions";
import { transact, type Work } from "@/lib/kernel/transact";
import { type AgentId, type SessionId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { lockVerifiedAgent } from "../agents/lock-agent";
import { takeRecoveryCode } from "../access/recovery-codes";
import type { AgentSignIn } from "../schema";
import { acceptedStep } from "../access/totp";

/** Between the password and the six-digit code, in minutes (docs/numbers.md). */
const secondStepMinutes = 10;

/** What counts the failures of strangers on an agent's password. `who`: the agent, or the address when it is nobody's. */
export function agentSignInKey(who: string): string {
  return `agent-sign-in:${fingerprint("sign-in", who)}`;
}

/**
 * First step of an agent's sign-in: opens a session of ten minutes that gives access to the second step only.
 * `known`: the accounts to which this browser signed in before; its failures are counted apart. Refuses `bad_credentials` (also
 * for an agent removed) and `delayed` (details.seconds; details.isKnown: whether this browser was known).
 */
export async function signInAgent(
  actor: Actor,
  { email, password }: AgentSignIn,
  device: string,
  known: readonly KnownDevice[] = [],
) {
  const [agent] = await database()
    .select({ id: agents.id, passwordHash: agents.passwordHash, deviceEpoch: agents.deviceEpoch })
    .from(agents)
    .where(and(eq(agents.email, email), eq(agents.isActive, true)))
    .limit(1);
  const own = await takeDeviceTry("agent-sign-in", agent, known);
  const tried = own ?? (await takeTry(agentSignInKey(agent?.id ?? email)));
  if (!tried.isAllowed) return delayed(tried, own);

  const isRight = await isPassword(agent?.passwordHash ?? null, password);
  if (!agent || !isRight) {
    await recordFailure(actor, "agent.sign_in_failed", agent?.id);
    return refuse("bad_credentials");
  }
  return transact(actor, async ({ tx, unrecorded }) => {
    unrecorded("nothing is open before the second factor");
    if (!(await lockVerifiedAgent(tx, agent.id, agent.passwordHash))) return refuse("bad_credentials");
    await forgetTries([tried.key], tx);
    return done(await openSession(tx, agent.id, device, false));
  });
}

/**
 * Second step: the six-digit code, which serves once. The session changes its identifier. `sessionId`: the session of the
 * first step, read from the cookie. Refuses `expired`, `wrong_code`, `delayed` (details.seconds).
 */
export async function confirmSecondFactor(
  actor: Actor,
  { sessionId, code }: SecondStep,
  device: string,
  known: readonly KnownDevice[] = [],
) {
  return secondStep(actor, sessionId, { device, known }, async (tx, agent) => {
    const step = acceptedStep(agent.totpSecret, code, agent.totpLastStep);
    if (step === null) return null;
    await tx
      .update(agents)
      .set({ totpLastStep: String(step) })
      .where(eq(agents.id, agent.id));
    return { used: null };
  });
}

/**
 * Second step by a recovery code, for whoever no longer has their telephone: it serves once, and the agent is told by mail.
 * Gives how many are left. Refuses `expired`, `wrong_code`, `delayed` (details.seconds), like the six-digit code.
 */
export async function confirmWithRecoveryCode(
  actor: Actor,
  { sessionId, code }: SecondStep,
  device: string,
  known: readonly KnownDevice[] = [],
) {
  return secondStep(actor, sessionId, { device, known }, async (tx, agent, record) => {
    const left = await takeRecoveryCode(tx, agent.id, code);
    if (left === null) return null;
    const recipient = { to: agent.email, name: agent.name, key: `agent.recovery_code_used:${sessionId}` };
    await post(tx, "agent.recovery_code_used", { left }, recipient);
    await record("agent.recovery_code_used", agent.id, { left });
    return { used: left };
  });
}

type Browser = { device: string; known: readonly KnownDevice[] };
type SecondStep = { sessionId: SessionId; code: string };
type Pending = { id: AgentId; email: string; name: string; totpSecret: string; totpLastStep: string | null };
/** Null when the proof is wrong. `used`: the recovery codes left, when one was used. */
type Prove = (tx: Tx, agent: Pending, record: Work["record"]) => Promise<{ used: number | null } | null>;

async function secondStep(actor: Actor, sessionId: SessionId, { device, known }: Browser, prove: Prove) {
  const pending = await findPending(sessionId);
  if (!pending) return refuse("expired");
  const { agentId } = pending;
  const own = await takeDeviceTry("agent-code", pending.owner, known);
  const tried = own ?? (await takeTry(`agent-code:${fingerprint("sign-in", agentId)}`));
  if (!tried.isAllowed) return delayed(tried, own);

  const result = await transact(actor, async ({ tx, record }) => {
    const agent = await lockActive(tx, agentId);
    // Whatever ended it meanwhile, another post of this very form included: it opens one session, once.
    if (!agent || !(await endPending(tx, sessionId))) return refuse("expired");
    const proof = await prove(tx, agent, record);
    if (!proof) return refuse("wrong_code");
    await forgetTries([tried.key], tx);
    await record("agent.signed_in", agentId);
    const session = await openSession(tx, agentId, device, true);
    return done({ ...session, owner: pending.owner, codesLeft: proof.used });
  });
  if (!result.ok && result.reason === "wrong_code") await recordFailure(actor, "agent.second_factor_failed", agentId);
  return result;
}

async function lockActive(tx: Tx, agentId: AgentId): Promise<Pending | undefined> {
  const [agent] = await tx
    .select({
      id: agents.id,
      email: agents.email,
      name: agents.name,
      totpSecret: agents.totpSecret,
      totpLastStep: agents.totpLastStep,
    })
    .from(agents)
    .where(and(eq(agents.id, agentId), eq(agents.isActive, true)))
    .for("update");
  return agent;
}

async function findPending(sessionId: SessionId) {
  const [row] = await database()
    .select({ id: agents.id, deviceEpoch: agents.deviceEpoch, expiresAt: agentSessions.expiresAt })
    .from(agentSessions)
    .innerJoin(agents, eq(agents.id, agentSessions.agentId))
    .where(and(eq(agentSessions.id, sessionId), eq(agentSessions.hasSecondFactor, false)))
    .limit(1);
  if (!row || row.expiresAt <= clock.now()) return null;
  const { id: agentId, deviceEpoch } = row;
  return { agentId, owner: { id: agentId, deviceEpoch } };
}

async function endPending(tx: Tx, sessionId: SessionId): Promise<boolean> {
  const isPending = and(
    eq(agentSessions.id, sessionId),
    eq(agentSessions.hasSecondFactor, false),
    gt(agentSessions.expiresAt, clock.now()),
  );
  return (await tx.delete(agentSessions).where(isPending).returning({ id: agentSessions.id })).length > 0;
}

async function openSession(tx: Tx, agentId: AgentId, device: string, hasSecondFactor: boolean) {
  const end = hasSecondFactor ? undefined : clock.inMinutes(secondStepMinutes);
  const { secret, row } = newSession("agent", device, end);
  if (hasSecondFactor) await tx.update(agents).set({ lastSeenAt: row.lastSeenAt }).where(eq(agents.id, agentId));
  await tx.insert(agentSessions).values({ ...row, agentId, hasSecondFactor });
  return { secret };
}

/** A stranger may have a letter make the browser known; a known one waits for its own failures. */
function delayed({ retryAfter }: Try, own: Try | null) {
  return refuse("delayed", { seconds: String(retryAfter), isKnown: String(own !== null) });
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
