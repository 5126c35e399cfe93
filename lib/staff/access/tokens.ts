import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { agents, agentTokens, type AgentSetupPurpose, type AgentTokenPurpose } from "@/db/schema/staff";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database, type Reader, type Tx } from "@/lib/kernel/database";
import { linkState, newLink, type IssuedToken } from "@/lib/proofs/one-time-link";
import type { AgentId, TokenId } from "@/lib/shared/ids";
import type { DeadLink } from "@/lib/vocabulary/tokens";

/** The links that an administrator sends. */
export const setupPurposes = [
  "agent_invitation",
  "agent_second_factor",
] as const satisfies readonly AgentSetupPurpose[];

/**
 * A new link for an agent. Those given before no longer open anything: whatever they were for, when an administrator sends this one;
 * of the same purpose alone, when anybody may ask for it: a stranger must not void an invitation.
 */
export async function issueAgentToken(tx: Tx, agentId: AgentId, purpose: AgentTokenPurpose): Promise<IssuedToken> {
  await voidAgentTokens(tx, agentId, purpose === "agent_browser" ? [purpose] : undefined);
  const { token, row } = newLink(purpose);
  await tx.insert(agentTokens).values({ ...row, agentId });
  return token;
}

/** The links that wait no longer open anything; of these purposes, or all of them. */
export async function voidAgentTokens(
  tx: Tx,
  agentId: AgentId,
  purposes?: readonly AgentTokenPurpose[],
): Promise<void> {
  const ofThese = purposes && inArray(agentTokens.purpose, [...purposes]);
  await tx
    .update(agentTokens)
    .set({ expiresAt: clock.now() })
    .where(and(eq(agentTokens.agentId, agentId), isNull(agentTokens.consumedAt), ofThese));
}

export type AgentTokenAnswer<P extends AgentTokenPurpose = AgentSetupPurpose> =
  { state: "valid"; token: ReadAgentToken<P> } | { state: DeadLink };
export type ReadAgentToken<P extends AgentTokenPurpose = AgentSetupPurpose> = {
  id: TokenId;
  purpose: P;
  agentId: AgentId;
  email: string;
  name: string;
  hasPassword: boolean;
  isActive: boolean;
  deviceEpoch: number;
};

/** What a link of one of these purposes opens today; one of another purpose is not known. Consumes nothing: mail scanners open links too. */
export async function readAgentToken<P extends AgentTokenPurpose>(
  secret: string,
  purposes: readonly P[],
  reader: Reader = database(),
): Promise<AgentTokenAnswer<P>> {
  const [row] = await selectToken(reader, secret, purposes);
  return judge(row);
}

/**
 * What a link opens, with the agent, then the link, held until the end of the transaction: of two who press at once, the second reads what
 * the first did; an agent removed meanwhile opens nothing.
 */
export async function lockAgentToken<P extends AgentTokenPurpose>(
  tx: Tx,
  secret: string,
  purposes: readonly P[],
): Promise<AgentTokenAnswer<P>> {
  const [found] = await selectToken(tx, secret, purposes);
  if (!found) return { state: "unknown" };
  await tx.select({ id: agents.id }).from(agents).where(eq(agents.id, found.agentId)).for("update");
  const [row] = await selectToken(tx, secret, purposes).for("update", { of: [agentTokens] });
  return judge(row);
}

/** Uses up a link held by `lockAgentToken`. */
export async function consumeAgentToken(tx: Tx, id: TokenId): Promise<void> {
  await tx.update(agentTokens).set({ consumedAt: clock.now() }).where(eq(agentTokens.id, id));
}

function selectToken<P extends AgentTokenPurpose>(reader: Reader, secret: string, purposes: readonly P[]) {
  return reader
    .select({
      id: agentTokens.id,
      purpose: sql<P>`${agentTokens.purpose}`,
      agentId: agents.id,
      email: agents.email,
      name: agents.name,
      passwordHash: agents.passwordHash,
      isActive: agents.isActive,
      removedAt: agents.removedAt,
      deviceEpoch: agents.deviceEpoch,
      createdAt: agentTokens.createdAt,
      expiresAt: agentTokens.expiresAt,
      consumedAt: agentTokens.consumedAt,
    })
    .from(agentTokens)
    .innerJoin(agents, eq(agents.id, agentTokens.agentId))
    .where(and(eq(agentTokens.tokenHash, hashSecret(secret)), inArray(agentTokens.purpose, [...purposes])))
    .limit(1);
}

type Row<P extends AgentTokenPurpose> = Awaited<ReturnType<typeof selectToken<P>>>[number];

function judge<P extends AgentTokenPurpose>(row: Row<P> | undefined): AgentTokenAnswer<P> {
  if (!row || row.removedAt) return { state: "unknown" };
  const state = linkState(row);
  if (state !== "valid") return { state };
  const { passwordHash, removedAt: _removed, expiresAt: _expires, consumedAt: _consumed, ...token } = row;
  return { state, token: { ...token, hasPassword: passwordHash !== "" } };
}
