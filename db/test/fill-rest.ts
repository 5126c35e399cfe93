import type { Sql } from "postgres";

/** Lines of each table that `fillTown` leaves empty, or nearly: enough for a plan to tell a walk of an index from a whole reading. */
const lines = 20_000;

/** What a filled town lacks: sessions' links, limits, copies, keys, accounts that wait or are gone. Rows of no meaning. */
export async function fillRest(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`create temporary table rest on commit drop as select i, now() - interval '1 minute' * i as at, md5('rest' || i) as hash
      from generate_series(1, ${lines}) i`;
    await tx`create temporary table people on commit drop as
      select id, row_number() over (order by id) - 1 as n, count(*) over () as total from accounts`;
    await tx`create temporary table filed on commit drop as
      select id, row_number() over (order by id) as i from demandes where status <> 'draft' limit ${lines}`;
    await tx`insert into accounts (id, status, search_text, created_at, deleted_at, last_seen_at)
      select gen_random_uuid(), case when i % 2 = 0 then 'deleted' else 'invited' end, '', at - interval '30 days',
        case when i % 2 = 0 then at - interval '20 days' end, null from rest`;
    await tx`insert into rate_limits (key, count, window_start, expires_at) select hash, 1, at, at + interval '10 days' from rest`;
    await tx`insert into consumed_challenges (key, used_for, expires_at) select hash, hash, at + interval '10 days' from rest`;
    await tx`insert into robot_codes (recipient_hash, code_hash, expires_at) select hash, hash, at + interval '10 days' from rest`;
    await tx`insert into guest_keys (hash, created_at, last_seen_at, idle_expires_at, expires_at)
      select hash, at, at, at + interval '10 days', at + interval '10 days' from rest`;
    await tx`insert into demande_guests (demande_id, guest_hash, created_at, expires_at)
      select f.id, s.hash, s.at, s.at + interval '10 days' from rest s join filed f using (i) on conflict do nothing`;
    await tx`insert into demande_tokens (id, demande_id, purpose, token_hash, created_at, expires_at)
      select gen_random_uuid(), f.id, 'follow_up', s.hash, s.at, s.at + interval '10 days' from rest s join filed f using (i)`;
    await tx`insert into pending_blobs (storage_key, created_at) select 'p/' || hash, now() from rest`;
    await tx`insert into blob_deletions (storage_key, asked_at) select 'd/' || hash, at from rest`;
    await tx`insert into messages (id, demande_id, author, body, sent_at, read_at)
      select gen_random_uuid(), f.id, 'agent', '', s.at, case when s.i % 50 > 0 then s.at end from rest s join filed f using (i)`;
    await tx`insert into correction_items (demande_id, revision, field_path, reason)
      select f.id, 9, 'act.copies', 'incorrect' from filed f`;
    await tx`create temporary table owned on commit drop as
      select s.i, s.at, s.hash, p.id as account_id from rest s join people p on p.n = s.i % p.total`;
    await tx`insert into account_tokens (id, account_id, purpose, token_hash, created_at, expires_at)
      select gen_random_uuid(), account_id, 'sign_in', hash, at, at + interval '10 days' from owned`;
    await tx`insert into account_sessions (id, account_id, token_hash, created_at, last_seen_at, idle_expires_at, expires_at, device)
      select gen_random_uuid(), account_id, hash, at, at, at + interval '10 days', at + interval '10 days', '' from owned`;
    await tx`insert into account_exports (id, account_id, state, file_key, created_at, expires_at)
      select gen_random_uuid(), account_id, 'ready', '', at, at + interval '20 days' from owned`;
    await tx`insert into account_identities (provider, subject_hash, account_id, linked_at)
      select 'other' || i, hash, account_id, at from owned`;
    await tx`insert into account_recoveries (id, account_id, state, new_email, proof, asked_by, asked_at)
      select gen_random_uuid(), account_id, 'refused', '', '', (select id from agents limit 1), at from owned`;
    await tx`insert into relations (id, account_id, kind, role, created_at, updated_at)
      select gen_random_uuid(), account_id, 'natural', 'child', at, at from owned`;
    await tx`insert into wallet_documents (id, account_id, relation_id, type, title, created_at, updated_at)
      select gen_random_uuid(), account_id, null, 'other', '', at, at from owned`;
    await tx`insert into wallet_files (id, document_id, position, name, media_type, size, sha256, storage_key, created_at)
      select gen_random_uuid(), id, 1, '', '', 1, '', gen_random_uuid()::text, now() from wallet_documents`;
    await tx`insert into mailbox (id, key, sent_at, recipient, sender, subject, text, html)
      select gen_random_uuid(), 'rest:' || hash || ':1', at, hash, '', '', '', '' from rest`;
    await tx`insert into notifications (id, account_id, kind, text, path, created_at, read_at)
      select gen_random_uuid(), account_id, 'demande.received', '', '/espace', at, at from owned`;
    await tx`insert into job_runs (job, started_at, outcome) select 'courriels', at, 'done' from rest`;
    await tx`insert into audit_events (at, actor_kind, verb, subject_id) select at, 'system', 'mail.sent', hash from rest`;
  });
  await sql`vacuum analyze`;
}
