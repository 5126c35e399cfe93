import { and, eq, isNull } from "drizzle-orm";
import { agents, agentTokens, type AgentTokenPurpose } from "@/db/schema/organisation";
import { clock } from "@/lib/kernel/clock";
import { hashSecret } from "@/lib/kernel/crypto";
import { database, type Reader, type Tx } from "@/lib/kernel/database";
import { linkState, newLink, type IssuedToken } from "@/lib/kernel/one-time-link";
import type { AgentId, TokenId } from "@/lib/shared/ids";
import type { DeadLink } from "@/lib/vocabulary/tokens";

/** A new link for an agent; every link given before, whatever its purpose, no longer opens anything. */
export async function issueAgentToken(tx: Tx, agentId: AgentId, purpose: AgentTokenPurpose): Promise<IssuedToken> {
  await voidAgentTokens(tx, agentId);
  const { token, row } = newLink(purpose);
  await tx.insert(agentTokens).values({ ...row, agentId });
  return token;
}

/** The links that wait no longer open anything. */
export async function voidAgentTokens(tx: Tx, agentId: AgentId): Promise<void> {
  await tx
    .update(agentTokens)
    .set({ expiresAt: clock.now() })
    .where(and(eq(agentTokens.agentId, agentId), isNull(agentTokens.consumedAt)));
}

export type AgentTokenAnswer = { state: "valid"; token: ReadAgentToken } | { state: DeadLink };
export type ReadAgentToken = {
  id: TokenId;
  purpose: AgentTokenPurpose;
  agentId: AgentId;
  email: string;
  name: string;
  hasPassword: boolean;
  isActive: boolean;
};

/** What a link opens today. Reading consumes nothing: mail scanners open links too. */
export async function readAgentToken(secret: string, reader: Reader = database()): Promise<AgentTokenAnswer> {
  const [row] = await selectToken(reader, secret);
  return judge(row);
}

/**
 * The same with the agent, then the link, held until the end of the transaction: of two who press at once, the second reads what
 * the first did; an agent removed meanwhile opens nothing.
 */
export async function lockAgentToken(tx: Tx, secret: string): Promise<AgentTokenAnswer> {
  const [found] = await selectToken(tx, secret);
  if (!found) return { state: "unknown" };
  await tx.select({ id: agents.id }).from(agents).where(eq(agents.id, found.agentId)).for("update");
  const [row] = await selectToken(tx, secret).for("update", { of: [agentTokens] });
  return judge(row);
}

/** Uses up a link held by `lockAgentToken`. */
export async function consumeAgentToken(tx: Tx, id: TokenId): Promise<void> {
  await tx.update(agentTokens).set({ consumedAt: clock.now() }).where(eq(agentTokens.id, id));
}

function selectToken(reader: Reader, secret: string) {
  return reader
    .select({
      id: agentTokens.id,
      purpose: agentTokens.purpose,
      agentId: agents.id,
      email: agents.email,
      name: agents.name,
      passwordHash: agents.passwordHash,
      isActive: agents.isActive,
      removedAt: agents.removedAt,
      expiresAt: agentTokens.expiresAt,
      consumedAt: agentTokens.consumedAt,
    })
    .from(agentTokens)
    .innerJoin(agents, eq(agents.id, agentTokens.agentId))
    .where(eq(agentTokens.tokenHash, hashSecret(secret)))
    .limit(1);
}

type Row = Awaited<ReturnType<typeof selectToken>>[number];

function judge(row: Row | undefined): AgentTokenAnswer {
  if (!row || row.removedAt) return { state: "unknown" };
  const state = linkState(row);
  if (state !== "valid") return { state };
  const { id, purpose, agentId, email, name, isActive } = row;
  return { state, token: { id, purpose, agentId, email, name, isActive, hasPassword: row.passwordHash !== "" } };
}
