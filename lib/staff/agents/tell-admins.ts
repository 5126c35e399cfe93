import { and, asc, eq, ne } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import type { Admin, Agent } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import type { FactsOf } from "@/lib/letters/kinds";
import { post } from "@/lib/letters/outbox/post";
import type { AgentId } from "@/lib/shared/ids";
import type { AdminNoticeKind } from "@/lib/vocabulary/mail-kinds";

type Notice<K extends AdminNoticeKind> = {
  kind: K;
  /** Of what it is about: an agent, a recovery. */
  subject: string;
  /** `by`: the name of who did it. */
  facts: (by: string) => FactsOf<K>;
};

/**
 * Tells the administrators at work, but the one who acts, of what one alone must not do unseen. In the transaction of the act, before it takes
 * anybody's access away: whoever loses theirs is told too.
 */
export async function tellAdmins<K extends AdminNoticeKind>(
  tx: Tx,
  actor: Agent | Admin,
  { kind, subject, facts }: Notice<K>,
): Promise<void> {
  const [by] = await tx.select({ name: agents.name }).from(agents).where(eq(agents.id, actor.agentId));
  const others = and(eq(agents.role, "admin"), eq(agents.isActive, true), ne(agents.id, actor.agentId));
  const readers = await tx
    .select({ id: agents.id, email: agents.email, name: agents.name })
    .from(agents)
    .where(others)
    .orderBy(asc(agents.id));
  const at = clock.now().toISOString();
  for (const { id, email, name } of readers)
    await post<AdminNoticeKind>(tx, kind, facts(by?.name ?? ""), {
      to: email,
      name,
      key: `${kind}:${subject}:${at}:${id}`,
    });
}

/** Tells the other administrators that one comes or goes: else the one who acts could first send away those who would see it. */
export async function tellAdminChange(
  tx: Tx,
  actor: Admin,
  agent: { id: AgentId; name: string; email: string },
  how: FactsOf<"agent.admin_changed">["how"],
): Promise<void> {
  await tellAdmins(tx, actor, {
    kind: "agent.admin_changed",
    subject: agent.id,
    facts: (by) => ({ how, by, agent }),
  });
}
