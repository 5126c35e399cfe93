import { eq } from "drizzle-orm";
import { agents, agentSessions } from "@/db/schema/staff";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { forgetTries } from "@/lib/proofs/tries";
import { post } from "@/lib/letters/outbox/post";
import { hashPassword } from "@/lib/proofs/password";
import { passwordProblem } from "@/lib/proofs/password-policy";
import { transact } from "@/lib/kernel/transact";
import { done, refuse } from "@/lib/shared/result";
import { makeAgentDevicesStrangers } from "../access/device-epoch";
import { renewCodes } from "../access/recovery-codes";
import type { ChooseAgentPassword, NewSecondFactor } from "../schema";
import {
  consumeAgentToken,
  lockAgentToken,
  readAgentToken,
  setupPurposes,
  type ReadAgentToken,
} from "../access/tokens";
import { acceptedStep, linkTotpSecret } from "../access/totp";
import { agentSignInKey } from "./sign-in-agent";

/**
 * First step of an invitation: the password. The link is not used up, the second step does that; until then nothing opens for
 * a new agent. Gives the link's secret. Refuses `weak_password`, and `expired`, `used`, `unknown` for the link.
 */
export async function chooseAgentPassword(actor: Actor, { jeton, password }: ChooseAgentPassword) {
  const link = await readAgentToken(jeton, ["agent_invitation"]);
  if (link.state !== "valid") return refuse(link.state);
  const problem = await passwordProblem(password, [link.token.email, link.token.name]);
  if (problem) return refuse("weak_password", { password: problem });
  const passwordHash = await hashPassword(password);

  return transact(actor, async ({ tx, record }) => {
    const held = await lockAgentToken(tx, jeton, ["agent_invitation"]);
    if (held.state !== "valid") return refuse(held.state);
    const { agentId } = held.token;
    await tx.update(agents).set({ passwordHash }).where(eq(agents.id, agentId));
    await tx.delete(agentSessions).where(eq(agentSessions.agentId, agentId));
    await makeAgentDevicesStrangers(tx, agentId);
    await forgetTries([agentSignInKey(agentId)], tx);
    if (held.token.isActive) await tellPassword(tx, held.token);
    await record("agent.password_changed", agentId, { by: "link" });
    return done({ jeton });
  });
}

/**
 * Last step: a first code proves that the application holds the secret of the link, which is then used up; the account works,
 * with ten new recovery codes, given in clear this once. Nobody is signed in: the password was perhaps not asked.
 * `browser`: what the browser was given when it began. Refuses `wrong_code`, `no_password`, `not_begun`, and `expired`, `used`,
 * `unknown` for the link.
 */
export async function setSecondFactor(actor: Actor, { jeton, code }: NewSecondFactor, browser: string | null) {
  return transact(actor, async ({ tx, record }) => {
    const held = await lockAgentToken(tx, jeton, setupPurposes);
    if (held.state !== "valid") return refuse(held.state);
    const { id, agentId, hasPassword, isActive } = held.token;
    if (!hasPassword) return refuse("no_password");
    if (browser === null) return refuse("not_begun");
    const totpSecret = linkTotpSecret(jeton, browser);
    const step = acceptedStep(totpSecret, code, null);
    if (step === null) return refuse("wrong_code");

    await consumeAgentToken(tx, id);
    const activation = isActive ? {} : { isActive: true, activatedAt: clock.now() };
    await tx
      .update(agents)
      .set({ totpSecret, totpLastStep: String(step), ...activation })
      .where(eq(agents.id, agentId));
    await tx.delete(agentSessions).where(eq(agentSessions.agentId, agentId));
    const owner = await makeAgentDevicesStrangers(tx, agentId);
    const codes = await renewCodes(tx, agentId);
    if (isActive) await tellSecondFactor(tx, held.token);
    else await record("agent.activated", agentId);
    await record("agent.second_factor_set", agentId);
    await record("agent.recovery_codes_renewed", agentId, { codes: codes.length });
    return done({ codes, owner });
  });
}

async function tellPassword(tx: Tx, { id, email, name }: ReadAgentToken): Promise<void> {
  const key = `agent.password_changed:${id}:${clock.now().toISOString()}`;
  await post(tx, "agent.password_changed", {}, { to: email, name, key });
}

async function tellSecondFactor(tx: Tx, { id, email, name }: ReadAgentToken): Promise<void> {
  await post(tx, "agent.second_factor_set", {}, { to: email, name, key: `agent.second_factor_set:${id}` });
}
