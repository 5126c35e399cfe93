import { asc, gt, sql, type SQL } from "drizzle-orm";
import { demandes } from "@/db/schema/demandes";
import type { System } from "@/lib/kernel/actor";
import { unwrapKey } from "@/lib/kernel/crypto";
import { isOutOfTime, readWithin } from "@/lib/kernel/within-time";
import type { DemandeId } from "@/lib/shared/ids";
import { statusesHolding } from "@/lib/vocabulary/demande-status";

/** Something that must never be true: the name of the rule, and the row that breaks it. */
export type Fault = { rule: string; subject: string };

/** Demandes from one identifier, left out, to another, kept: read by the primary key, in its order. */
type Slice = { after: string; upTo: string };
const within = (column: SQL, { after, upTo }: Slice) => sql`${column} > ${after}::uuid and ${column} <= ${upTo}::uuid`;

/** Rules that no sequence of crashes may break, each as the SQL that finds what breaks it in a slice (`of`: this column in the slice). */
const rules: Readonly<Record<string, (of: (column: SQL) => SQL) => SQL>> = {
  "a submitted demande has one filing in its history": (of) => sql`
    select d.id::text as subject from demandes d where ${of(sql`d.id`)} and d.number is not null
    and (select count(*) from demande_events e where e.demande_id = d.id and e.from_status = 'draft' and e.to_status = 'pending') <> 1`,
  "a draft has no history and no number": (of) => sql`
    select d.id::text as subject from demandes d where ${of(sql`d.id`)} and d.status = 'draft'
    and (d.number is not null or d.revision <> 0 or exists (select 1 from demande_events e where e.demande_id = d.id))`,
  "the state is the last of the history": (of) => sql`
    select d.id::text as subject from demandes d where ${of(sql`d.id`)} and d.status <> 'draft' and d.status is distinct from
    (select e.to_status from demande_events e where e.demande_id = d.id order by e.id desc limit 1)`,
  "each line of the history begins where the one before ended": (of) => sql`
    select demande_id::text as subject from (
      select demande_id, from_status, lag(to_status, 1, 'draft') over (partition by demande_id order by id) as before
      from demande_events where ${of(sql`demande_id`)}
    ) steps where from_status <> before`,
  "the submitted revision exists, is closed and holds answers": (of) => sql`
    select d.id::text as subject from demandes d where ${of(sql`d.id`)} and d.revision > 0 and d.anonymised_at is null and not exists (
      select 1 from demande_revisions r
      where r.demande_id = d.id and r.number = d.revision and r.submitted_at is not null and r.answers <> '{}'::jsonb)`,
  "at most one revision is open, and it is the last": (of) => sql`
    select d.id::text as subject from demandes d where ${of(sql`d.id`)} and exists (
      select 1 from demande_revisions r where r.demande_id = d.id and r.submitted_at is null and r.number <> d.revision + 1)`,
  // By the subject of its key, which has an index: a pattern made from each row would read the whole outbox each time.
  "a filing queued exactly one acknowledgement": (of) => sql`
    select d.id::text as subject from demandes d where ${of(sql`d.id`)}
    and d.submitted_at > now() - interval '7 days' and d.anonymised_at is null and d.contact_hash is not null and d.filing_id is null
    and not exists (select 1 from audit_events a where a.subject_id = d.id::text and a.verb = 'demande.detached')
    and (select count(*) from outbox o where split_part(o.key, ':', 2) = d.id::text
      and o.key like 'demande:' || d.id::text || ':filed:1') <> 1`,
  "a filing to several services is acknowledged, once for all of them": (of) => sql`
    select d.id::text as subject from demandes d where ${of(sql`d.id`)} and d.filing_id is not null
    and d.submitted_at > now() - interval '7 days' and d.contact_hash is not null
    and not exists (select 1 from audit_events a where a.subject_id = d.id::text and a.verb = 'demande.detached')
    and (select count(*) from demandes f join outbox o on split_part(o.key, ':', 2) = f.id::text
      and o.key like 'demande:' || f.id::text || ':filed:1' where f.filing_id = d.filing_id) <> 1`,
  "demandes filed together are of one démarche and one moment, each for a service of its own": (of) => sql`
    select d.id::text as subject from demandes d join demandes o on o.filing_id = d.filing_id and o.id <> d.id
    where ${of(sql`d.id`)} and d.filing_id is not null and (o.service_id = d.service_id or o.demarche_id <> d.demarche_id
      or o.version_id <> d.version_id or o.submitted_at is distinct from d.submitted_at)`,
  "stored bytes are those of one filing": (of) => sql`
    select a.id::text as subject from attachments a join demandes d on d.id = a.demande_id
    join attachments b on b.storage_key = a.storage_key and b.demande_id <> a.demande_id join demandes o on o.id = b.demande_id
    where ${of(sql`a.demande_id`)} and (d.filing_id is distinct from o.filing_id or d.filing_id is null or d.file_key <> o.file_key)`,
  "every filing has its line in the journal": (of) => sql`
    select d.id::text as subject from demandes d where ${of(sql`d.id`)} and d.submitted_at > now() - interval '11 months'
    and (select count(*) from audit_events a where a.subject_id = d.id::text and a.verb = 'demande.submitted') <> 1`,
  "a frozen file belongs to a submitted revision": (of) => sql`
    select a.id::text as subject from attachments a join demandes d on d.id = a.demande_id
    where ${of(sql`a.demande_id`)} and a.is_frozen and a.origin <> 'answer' and a.added_in > d.revision`,
};

const holding = sql.join(
  statusesHolding("place").map((status) => sql`${status}`),
  sql`, `,
);
const quotaRule = "a quota counts the demandes that hold its places";
/** More than the quota is right where an agent took a demande up again, or the quota came after the demandes. */
const quotas = sql`
  select q.slug as subject from demarches q cross join lateral (
    select count(*) as held from demandes d where d.demarche_id = q.id and d.status in (${holding})) places
  where q.quota is not null and (q.quota_used < held or q.quota_used > greatest(q.quota, held))`;
const keyRule = "the key of every demande opens";
/** What is said of a rule that could not be judged on a slice. */
const unread = (rule: string) => `not read within its time: ${rule}`;

/** Demandes of a slice, and seconds that one rule may take on it. */
type Limits = { size: number; seconds: number };
const limits: Limits = { size: 5_000, seconds: 60 };

/** One slice judged: how many demandes it held, and what breaks a rule among them. */
export type Judged = { demandes: number; faults: Fault[] };

/**
 * Judges every demande, slice by slice in the order of the primary key, then the quotas: for the integrity check, after a crash, a
 * restore or a test, never for a page. A rule that takes too long on a slice is a fault of its own, and the others go on.
 */
export async function* walkDemandes(_actor: System, { size, seconds }: Limits = limits): AsyncGenerator<Judged> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const keys = await readKeys(after, size);
    const upTo = keys.at(-1)?.id;
    if (upTo === undefined) break;
    const of = (column: SQL) => within(column, { after, upTo });
    const faults = keys.filter(({ fileKey }) => !isOpened(fileKey)).map(({ id }) => ({ rule: keyRule, subject: id }));
    for (const [rule, query] of Object.entries(rules))
      faults.push(...(await judge({ rule, query: query(of), seconds, from: after })));
    yield { demandes: keys.length, faults };
    after = upTo;
  }
  yield { demandes: 0, faults: await judge({ rule: quotaRule, query: quotas, seconds }) };
}

/** Everything that breaks a rule, at once: for tests, on a small town. */
export async function listDemandeFaults(actor: System): Promise<Fault[]> {
  const faults: Fault[] = [];
  for await (const judged of walkDemandes(actor)) faults.push(...judged.faults);
  return faults;
}

async function readKeys(after: string, size: number): Promise<{ id: string; fileKey: string }[]> {
  return readWithin(limits.seconds, (tx) =>
    tx
      .select({ id: demandes.id, fileKey: demandes.fileKey })
      .from(demandes)
      .where(gt(demandes.id, after as DemandeId))
      .orderBy(asc(demandes.id))
      .limit(size),
  );
}

function isOpened(fileKey: string): boolean {
  try {
    return unwrapKey("demande", fileKey).length === 32;
  } catch {
    return false;
  }
}

type Judging = { rule: string; query: SQL; seconds: number; from?: string };

async function judge({ rule, query, seconds, from = "" }: Judging): Promise<Fault[]> {
  try {
    const rows = await readWithin(seconds, (tx) => tx.execute<{ subject: string }>(query));
    return rows.map(({ subject }) => ({ rule, subject }));
  } catch (error) {
    if (isOutOfTime(error)) return [{ rule: unread(rule), subject: from }];
    throw error;
  }
}
