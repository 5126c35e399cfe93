import { and, eq, exists, isNull, ne, notExists, sql } from "drizzle-orm";
import { agents, agentTokens } from "@/db/schema/staff";
import { auditEvents, outbox } from "@/db/schema/platform";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { isLive } from "@/lib/proofs/one-time-link";
import { transact } from "@/lib/kernel/transact";
import { newId, type AgentId } from "@/lib/shared/ids";
import { done, refuse } from "@/lib/shared/result";
import { lockAdmins, lockAgent } from "../agents/lock-agent";
import { invitationKey, mailInvitation } from "../access/mail-invitation";
import { newTotpSecret } from "../access/totp";

/**
 * Invites the administrator that a portal without any needs; asked at each start, by its settings. The link lives 48 hours; a start
 * after that sends another, and so does one that finds that the letter could not leave. An address that the settings gave before
 * (mistyped, perhaps somebody's) and that has not activated is removed with its links. Refuses `has_admin` once one is at work,
 * `already_invited` while a link waits, and `not_invitable` when this address is an agent's already. Gives the agent's identifier.
 */
export async function inviteFirstAdmin(actor: System, { email, name }: { email: string; name: string }) {
  return transact(actor, async ({ tx, record }) => {
    if ((await lockAdmins(tx)).length > 0) return refuse("has_admin");
    const agent = await lockAgent(tx, await findOrAdd(tx, { email, name }));
    if (agent.state !== "invited" || agent.role !== "admin" || agent.organisationId) return refuse("not_invitable");
    const others = await dropOthers(tx, email);
    if (await hasLiveLink(tx, agent.id)) return refuse("already_invited");
    await mailInvitation(tx, { ...agent, isNew: true });
    await record("agent.removed", others, { first: true });
    await record("agent.invited", agent.id, { first: true });
    return done(agent.id);
  });
}

/** Of two processes that start together, the second waits here and reads what the first wrote. */
async function findOrAdd(tx: Tx, { email, name }: { email: string; name: string }): Promise<AgentId> {
  const closed = { passwordHash: "", totpSecret: newTotpSecret(), isActive: false, createdAt: clock.now() };
  const [row] = await tx
    .insert(agents)
    .values({ id: newId<AgentId>(), email, name, role: "admin", ...closed })
    .onConflictDoUpdate({ target: agents.email, set: { email } })
    .returning({ id: agents.id });
  if (!row) throw new Error("the first administrator was neither added nor found");
  return row.id;
}

/** Those that the settings alone invited, who never were at work: nothing that they did remains to be signed by their row. */
async function dropOthers(tx: Tx, email: string): Promise<AgentId[]> {
  const byTheSettings = tx
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.subjectId, sql`${agents.id}::text`),
        eq(auditEvents.verb, "agent.invited"),
        sql`${auditEvents.details} @> '{"first": true}'`,
      ),
    );
  const rows = await tx
    .delete(agents)
    .where(
      and(
        ne(agents.email, email),
        eq(agents.role, "admin"),
        eq(agents.isActive, false),
        isNull(agents.activatedAt),
        exists(byTheSettings),
      ),
    )
    .returning({ id: agents.id });
  return rows.map(({ id }) => id);
}

/** A link whose letter never left (a sender refused, a mailbox that is not there) waits for nobody: the next start sends another. */
async function hasLiveLink(tx: Tx, agentId: AgentId): Promise<boolean> {
  const failed = tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.key, sql`${invitationKey("")} || ${agentTokens.id}::text`), eq(outbox.state, "failed")));
  const live = and(eq(agentTokens.agentId, agentId), isLive(agentTokens), notExists(failed));
  return (await tx.select({ id: agentTokens.id }).from(agentTokens).where(live).limit(1)).length > 0;
}
