import { and, eq, or, sql, type SQL } from "drizzle-orm";
import { agents } from "@/db/schema/staff";
import { services } from "@/db/schema/organisation";
import { outbox, subjectOf } from "@/db/schema/platform";
import type { Manager, OrganisationAdmin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { isId, type AgentId, type OrganisationId, type ServiceId } from "@/lib/shared/ids";

/**
 * What the administrator of an organisation reads of the journal (decision 047): what its agents did, and what was done to them, to its
 * services and to the organisation; everything that concerns one of its demandes, once it is asked for. Of its agents, those who work for it alone.
 */
export type OwnLines = {
  agents: readonly AgentId[];
  /** Identifiers of what is the organisation's. */
  subjects: readonly string[];
  /** Where a demande is of the organisation's: its own services, and what they took over. */
  services: readonly ServiceId[];
};

/** `subject`: the one thing that is asked for, where one is. */
export async function ownLinesOf(actor: OrganisationAdmin, subject?: string): Promise<OwnLines> {
  const { organisationId, organisationServiceIds } = actor;
  const [staff, served] = await Promise.all([
    database().select({ id: agents.id }).from(agents).where(worksFor(organisationId)),
    database().select({ id: services.id }).from(services).where(eq(services.organisationId, organisationId)),
  ]);
  const own = [organisationId, ...served.map(({ id }) => id), ...staff.map(({ id }) => id)] as string[];
  return {
    agents: staff.map(({ id }) => id),
    subjects: subject === undefined ? own : (await isOwn(subject, own, organisationServiceIds)) ? [subject] : [],
    services: organisationServiceIds,
  };
}

async function isOwn(subject: string, own: readonly string[], serviceIds: readonly ServiceId[]): Promise<boolean> {
  if (own.includes(subject)) return true;
  if (!isId(subject)) return false;
  const [row] = await database().execute(
    sql`select 1 from demandes d where ${isOf(sql`${subject}::uuid`, serviceIds)}`,
  );
  return row !== undefined;
}

/** As `canManage` of lib/staff/policy.ts: its administrators, and the agents all of whose services are its own. */
function worksFor(organisationId: OrganisationId): SQL | undefined {
  const served = (is: SQL) => sql`exists (select 1 from agent_services x join services s on s.id = x.service_id
    where x.agent_id = ${agents.id} and s.organisation_id ${is} ${organisationId})`;
  return or(
    eq(agents.organisationId, organisationId),
    and(eq(agents.role, "agent"), served(sql`=`), sql`not ${served(sql`<>`)}`),
  );
}

/** For a query on `demandes d`: filed, with this identifier, in one of these services. */
function isOf(id: SQL, serviceIds: readonly ServiceId[]): SQL {
  return sql`d.id = ${id} and d.status <> 'draft' and d.service_id = any(${uuids(serviceIds)})`;
}

/** That a line, whose subject is this text, is not of a demande of another organisation: an agent may have worked there before. */
export function isNotElsewhere(subject: SQL, serviceIds: readonly ServiceId[]): SQL {
  const id = sql`case when ${subject} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (${subject})::uuid end`;
  return sql`not exists (select 1 from demandes d where d.id = ${id} and d.service_id <> all(${uuids(serviceIds)}))`;
}

/** The letters that an administrator reads, as a condition on `outbox`: all, or those about the demandes of their organisation. */
export function mailsWithin(actor: Manager): SQL | undefined {
  if (actor.kind === "admin") return undefined;
  const subject = subjectOf(outbox.key);
  const id = sql`case when ${subject} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then ${subject}::uuid end`;
  return and(
    sql`${outbox.key} like 'demande:%'`,
    sql`exists (select 1 from demandes d where ${isOf(id, actor.organisationServiceIds)})`,
  );
}

/** A list of identifiers as Postgres reads one, empty included. */
export function uuids(ids: readonly string[]): SQL {
  const each = ids.map((id) => sql`${id}`);
  return sql`array[${sql.join(each, sql`, `)}]::uuid[]`;
}
