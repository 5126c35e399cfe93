import { and, eq, ne } from "drizzle-orm";
import { agents, agentSessions } from "@/db/schema/staff";
import type { Staff } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { fingerprint } from "@/lib/kernel/crypto";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { forgetTries, takeTry } from "@/lib/proofs/tries";
import { post } from "@/lib/letters/outbox/post";
import { hashPassword, isPassword } from "@/lib/proofs/password";
import { passwordProblem } from "@/lib/proofs/password-policy";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { makeAgentDevicesStrangers } from "../access/device-epoch";
import { lockVerifiedAgent } from "../agents/lock-agent";
import { renewCodes } from "../access/recovery-codes";
import type { ChangeAgentPassword, RenewCodes } from "../schema";
import { acceptedStep } from "../access/totp";

/**
 * Changes the agent's password after recalling the present one, ends their other sessions and says so by mail. The present
 * browser, by `owner`, alone is still known.
 * Refuses `wrong_password`, `weak_password` (details.password), `delayed` (details.seconds).
 */
export async function changeAgentPassword(actor: Staff, { currentPassword, password }: ChangeAgentPassword) {
  const agent = await findOwn(actor);
  const recalled = await recall(actor, agent.passwordHash, currentPassword);
  if (!recalled.ok) return recalled;
  const problem = await passwordProblem(password, [agent.email, agent.name]);
  if (problem) return refuse("weak_password", { password: problem });
  const passwordHash = await hashPassword(password);

  return transact(actor, async ({ tx, record }) => {
    if (!(await lockVerifiedAgent(tx, actor.agentId, agent.passwordHash))) return refuse("wrong_password");
    await tx.update(agents).set({ passwordHash }).where(eq(agents.id, actor.agentId));
    await tx
      .delete(agentSessions)
      .where(and(eq(agentSessions.agentId, actor.agentId), ne(agentSessions.id, actor.sessionId)));
    const owner = await makeAgentDevicesStrangers(tx, actor.agentId);
    const key = `agent.password_changed:${actor.sessionId}:${clock.now().toISOString()}`;
    await post(tx, "agent.password_changed", {}, { to: agent.email, name: agent.name, key });
    await record("agent.password_changed", actor.agentId, { by: "owner" });
    return done({ owner });
  });
}

/**
 * Replaces the agent's recovery codes after recalling the password and a code of the application; gives the ten new ones in
 * clear, this once. Refuses `wrong_password`, `wrong_code`, `delayed` (details.seconds).
 */
export async function renewRecoveryCodes(actor: Staff, { currentPassword, code }: RenewCodes) {
  const agent = await findOwn(actor);
  const recalled = await recall(actor, agent.passwordHash, currentPassword);
  if (!recalled.ok) return recalled;
  const tried = await takeTry(`agent-code:recall:${fingerprint("sign-in", actor.agentId)}`);
  if (!tried.isAllowed) return refuse("delayed", { seconds: String(tried.retryAfter) });

  return transact(actor, async ({ tx, record }) => {
    if (!(await lockVerifiedAgent(tx, actor.agentId, agent.passwordHash))) return refuse("wrong_password");
    const [factor] = await tx
      .select({ totpSecret: agents.totpSecret, totpLastStep: agents.totpLastStep })
      .from(agents)
      .where(eq(agents.id, actor.agentId));
    const step = factor ? acceptedStep(factor.totpSecret, code, factor.totpLastStep) : null;
    if (step === null) return refuse("wrong_code");
    await tx
      .update(agents)
      .set({ totpLastStep: String(step) })
      .where(eq(agents.id, actor.agentId));
    const codes = await renewCodes(tx, actor.agentId);
    await forgetTries([tried.key], tx);
    const key = `agent.recovery_codes:${actor.sessionId}:${clock.now().toISOString()}`;
    await post(tx, "agent.recovery_codes", {}, { to: agent.email, name: agent.name, key });
    await record("agent.recovery_codes_renewed", actor.agentId, { codes: codes.length });
    return done({ codes });
  });
}

/** The present password, counted apart: strangers who guess at the sign-in do not keep the agent from their own account. */
async function recall(actor: Staff, passwordHash: string, typed: string) {
  const tried = await takeTry(`agent-sign-in:recall:${fingerprint("sign-in", actor.agentId)}`);
  if (!tried.isAllowed) return refuse("delayed", { seconds: String(tried.retryAfter) });
  if (!(await isPassword(passwordHash, typed))) return refuse("wrong_password");
  await forgetTries([tried.key]);
  return done(null);
}

async function findOwn(actor: Staff) {
  const [row] = await database()
    .select({ email: agents.email, name: agents.name, passwordHash: agents.passwordHash })
    .from(agents)
    .where(and(eq(agents.id, actor.agentId), eq(agents.isActive, true)))
    .limit(1);
  if (!row) throw new NotFound();
  return row;
}
