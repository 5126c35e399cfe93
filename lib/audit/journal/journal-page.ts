import { and, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { auditEvents } from "@/db/schema/platform";
import { database } from "@/lib/kernel/database";
import { olderThan } from "@/lib/kernel/page-cursor";
import { verbsOf } from "@/lib/vocabulary/audit-families";
import { auditVerbs, type AuditVerb } from "@/lib/vocabulary/audit-verbs";
import { actorKinds, type JournalFilters } from "../types";
import { isNotElsewhere, uuids, type OwnLines } from "./own-lines";

type Cursor = { at: Date; id: number } | undefined;

/**
 * The identifiers of one page of the journal, the newest first. Each filter is answered by the index that begins with it: a line's
 * subject, an agent, or an act and its kind of actor. Several acts or kinds are as many short walks, merged: the cost depends on
 * the page, not on the table. Days begin and end at midnight in Paris. `own`: what the administrator of an organisation is held to.
 */
export function journalPage(filters: JournalFilters, cursor: Cursor, limit: number, own: OwnLines | null): SQL {
  const { family, verb, kind, agent, subject } = filters;
  const acts = verb ? [verb] : family && verbsOf(family);
  const wanted = and(inDays(filters), olderThan(auditEvents.at, auditEvents.id, cursor));
  if (own) return ownPage(and(wanted, isOne(filters, acts)), own, limit);
  if (agent || subject || !(acts ?? kind)) return walk(and(wanted, isOne(filters, acts)), limit);
  return sql`
    select one.id, one.at from (values ${pairs(acts ?? auditVerbs, kind ? [kind] : actorKinds)}) as walks(verb, kind)
    cross join lateral (${walk(and(wanted, sql`${auditEvents.verb} = walks.verb and ${auditEvents.actorKind} = walks.kind`), limit)}) one
    order by one.at desc, one.id desc limit ${limit}`;
}

/** One short walk for each agent of the organisation and each thing that is its own, merged. */
function ownPage(wanted: SQL | undefined, { agents, subjects, services }: OwnLines, limit: number): SQL {
  const did = and(
    wanted,
    sql`${auditEvents.actorId} = walks.who`,
    isNotElsewhere(sql`${auditEvents.subjectId}`, services),
  );
  const concerns = and(wanted, sql`${auditEvents.subjectId} = walks.what`);
  return sql`
    select one.id, one.at from unnest(${uuids(agents)}) as walks(who) cross join lateral (${walk(did, limit)}) one
    union
    select one.id, one.at from unnest(${uuids(subjects)}::text[]) as walks(what) cross join lateral (${walk(concerns, limit)}) one
    order by at desc, id desc limit ${limit}`;
}

function walk(where: SQL | undefined, limit: number): SQL {
  const { id, at } = auditEvents;
  return sql`${database().select({ id, at }).from(auditEvents).where(where).orderBy(desc(at), desc(id)).limit(limit)}`;
}

function inDays({ from, to }: JournalFilters): SQL | undefined {
  const midnight = (day: SQL) => sql`(${day})::timestamp at time zone 'Europe/Paris'`;
  return and(
    from ? sql`${auditEvents.at} >= ${midnight(sql`${from}::date`)}` : undefined,
    to ? sql`${auditEvents.at} < ${midnight(sql`${to}::date + 1`)}` : undefined,
  );
}

function isOne({ kind, agent, subject }: JournalFilters, acts: readonly AuditVerb[] | undefined): SQL | undefined {
  return and(
    acts ? inArray(auditEvents.verb, [...acts]) : undefined,
    kind ? eq(auditEvents.actorKind, kind) : undefined,
    agent ? eq(auditEvents.actorId, agent) : undefined,
    subject ? eq(auditEvents.subjectId, subject) : undefined,
  );
}

function pairs(acts: readonly AuditVerb[], kinds: readonly string[]): SQL {
  const each = acts.flatMap((act) => kinds.map((kind) => sql`(${act}::text, ${kind}::text)`));
  return sql.join(each, sql`, `);
}
