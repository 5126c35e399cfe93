import { and, asc, eq, ne, or, type SQL } from "drizzle-orm";
import { organisations } from "@/db/schema/organisation";
import { agents } from "@/db/schema/staff";
import type { Manager, Staff } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import type { FactsOf } from "@/lib/letters/kinds";
import { post } from "@/lib/letters/outbox/post";
import type { AgentId, OrganisationId } from "@/lib/shared/ids";
import type { AdminNoticeKind } from "@/lib/vocabulary/mail-kinds";
import type { RoleFacts } from "../types";
import { isPortalAdmin } from "./portal-admins";

type Notice<K extends AdminNoticeKind> = {
  kind: K;
  /** Of what it is about: an agent, a recovery. */
  subject: string;
  /** `by`: the name of who did it. */
  facts: (by: string) => FactsOf<K>;
};

type Changed = RoleFacts & { id: AgentId; name: string; email: string };

/**
 * Tells the administrators at work, but the one who acts, of what one alone must not do unseen. In the transaction of the act, before it takes
 * anybody's access away: whoever loses theirs is told too.
 */
export async function tellAdmins<K extends AdminNoticeKind>(
  tx: Tx,
  actor: Staff,
  { kind, subject, facts }: Notice<K>,
): Promise<void> {
  const [by] = await tx.select({ name: agents.name }).from(agents).where(eq(agents.id, actor.agentId));
  const others = and(readersOf(actor), ne(agents.id, actor.agentId));
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

/** Tells the other administrators that somebody becomes one, of the portal or of an organisation, or is one no more. Before the change. */
export async function tellRole(tx: Tx, actor: Manager, agent: Changed, given: RoleFacts): Promise<void> {
  const how = given.role === "admin" ? "named" : "demoted";
  await tellAdminChange(tx, actor, agent, how, how === "named" ? given.organisationId : agent.organisationId);
}

/** Tells the other administrators that one goes. Before it is so. */
export async function tellRemoval(tx: Tx, actor: Manager, agent: Changed): Promise<void> {
  await tellAdminChange(tx, actor, agent, "removed", agent.organisationId);
}

/** Else the one who acts could first send away those who would see it. `whose`: the organisation whose administrator it is. */
async function tellAdminChange(
  tx: Tx,
  actor: Manager,
  { id, name, email }: Changed,
  how: FactsOf<"agent.admin_changed">["how"],
  whose: OrganisationId | null,
): Promise<void> {
  const organisation = whose ? await nameOf(tx, whose) : "";
  await tellAdmins(tx, actor, {
    kind: "agent.admin_changed",
    subject: id,
    facts: (by) => ({ how, by, agent: { id, name, email }, organisation }),
  });
}

async function nameOf(tx: Tx, organisationId: OrganisationId): Promise<string> {
  const isThis = eq(organisations.id, organisationId);
  const [row] = await tx.select({ name: organisations.name }).from(organisations).where(isThis);
  return row?.name ?? "";
}

/** The administrators of the portal are told of everything; those of the actor's organisation of what is done there. */
function readersOf(actor: Staff): SQL | undefined {
  if (actor.kind !== "organisation_admin") return isPortalAdmin;
  return or(isPortalAdmin, and(eq(agents.organisationId, actor.organisationId), eq(agents.isActive, true)));
}
