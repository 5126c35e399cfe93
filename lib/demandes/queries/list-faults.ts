import { sql, type SQL } from "drizzle-orm";
import type { System } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";

/** Something that must never be true: the name of the rule, and the row that breaks it. */
export type Fault = { rule: string; subject: string };

/** Rules that no sequence of crashes may break, each as the SQL that finds what breaks it. */
const rules: Readonly<Record<string, SQL>> = {
  "a submitted demande has one filing in its history": sql`
    select d.id::text as subject from demandes d where d.number is not null
    and (select count(*) from demande_events e where e.demande_id = d.id and e.from_status = 'draft' and e.to_status = 'pending') <> 1`,
  "a draft has no history and no number": sql`
    select d.id::text as subject from demandes d where d.status = 'draft'
    and (d.number is not null or d.revision <> 0 or exists (select 1 from demande_events e where e.demande_id = d.id))`,
  "the state is the last of the history": sql`
    select d.id::text as subject from demandes d where d.status <> 'draft' and d.status is distinct from
    (select e.to_status from demande_events e where e.demande_id = d.id order by e.id desc limit 1)`,
  "each line of the history begins where the one before ended": sql`
    select demande_id::text as subject from (
      select demande_id, from_status, lag(to_status, 1, 'draft') over (partition by demande_id order by id) as before from demande_events
    ) steps where from_status <> before`,
  "the submitted revision exists, is closed and holds answers": sql`
    select d.id::text as subject from demandes d where d.revision > 0 and d.anonymised_at is null and not exists (
      select 1 from demande_revisions r
      where r.demande_id = d.id and r.number = d.revision and r.submitted_at is not null and r.answers <> '{}'::jsonb)`,
  "at most one revision is open, and it is the last": sql`
    select d.id::text as subject from demandes d where exists (
      select 1 from demande_revisions r where r.demande_id = d.id and r.submitted_at is null and r.number <> d.revision + 1)`,
  "a filing queued exactly one acknowledgement": sql`
    select d.id::text as subject from demandes d where d.submitted_at > now() - interval '7 days' and d.anonymised_at is null
    and d.contact_hash is not null
    and not exists (select 1 from audit_events a where a.subject_id = d.id::text and a.verb = 'demande.detached')
    and (select count(*) from outbox o where o.key like 'demande:' || d.id::text || ':filed:%') <> 1`,
  "every filing has its line in the journal": sql`
    select d.id::text as subject from demandes d where d.submitted_at > now() - interval '11 months'
    and (select count(*) from audit_events a where a.subject_id = d.id::text and a.verb = 'demande.submitted') <> 1`,
  "a quota never counts more than it allows, nor less than was filed": sql`
    select q.slug as subject from demarches q where q.quota is not null and (q.quota_used > q.quota
    or q.quota_used < (select count(*) from demandes d where d.demarche_id = q.id and d.number is not null and d.status <> 'cancelled'))`,
  "a frozen file belongs to a submitted revision": sql`
    select a.id::text as subject from attachments a join demandes d on d.id = a.demande_id
    where a.is_frozen and a.origin <> 'answer' and a.added_in > d.revision`,
};

/**
 * Rows that break a rule of the module. Reads whole tables: for the integrity check, after a crash, a restore or a test,
 * never for a page.
 */
export async function listDemandeFaults(_actor: System): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [rule, query] of Object.entries(rules)) {
    const rows = await database().execute<{ subject: string }>(query);
    faults.push(...rows.map(({ subject }) => ({ rule, subject })));
  }
  return faults;
}
