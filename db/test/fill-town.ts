import type { Sql, TransactionSql } from "postgres";

/** How large the town is, and what its rows must hold to be opened. */
export type Fill = {
  /** Demandes, drafts included. Everything else follows: an account for five, two lines and a half of journal each. */
  demandes: number;
  /** Wrapped data key of every demande (`newWrappedKey("demande")`), where the integrity check will open it. */
  fileKey?: string;
  /** Whether one demande in four has a file: a row only, whose sealed bytes are nowhere. */
  hasFiles?: boolean;
};

/**
 * Fills an empty, migrated database with a town of that size, by statements that write whole tables: three years of demandes in
 * every state, whose histories, revisions, letters and journal agree (`npm run integrity` finds nothing). The same rows each time,
 * save the present hour. About a second for 10,000 demandes. Give it a plain client of postgres.js: no limit of time is its own.
 */
export async function fillTown(sql: Sql, { demandes, fileKey = "v1.fill", hasFiles = true }: Fill): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`set local work_mem = '64MB'`;
    await helpers(tx);
    await catalogue(tx);
    await agents(tx);
    await people(tx, Math.ceil(demandes / 5));
    await plan(tx, demandes);
    await filings(tx, fileKey);
    await histories(tx);
    await belongings(tx, hasFiles);
    await letters(tx);
    await journal(tx);
    await tx`drop table fill_demandes`;
  });
  await sql`analyze`;
}

/** Names nobody bears, identifiers ordered in time like those of the portal (UUID version 7), hashes. */
async function helpers(tx: TransactionSql) {
  await tx`create function pg_temp.fill_id(kind text, i bigint, at timestamptz) returns uuid immutable language sql return
    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(kind || i), 1, 3)
      || '8' || substr(md5(kind || i), 4, 15))::uuid`;
  await tx`create function pg_temp.fill_hash(text) returns text immutable language sql return md5($1) || md5($1 || '+')`;
  await tx`create function pg_temp.fill_first(i bigint) returns text immutable language sql return
    ('{Camille,Dominique,Claude,Lou,Noa,Alix,Sacha,Charlie,Andrea,Maxence}'::text[])[1 + i % 10]`;
  await tx`create function pg_temp.fill_last(i bigint) returns text immutable language sql return
    ('{Ba,Do,Fi,Lu,Mo,Na,Pi,Ro,Ta,Vo}'::text[])[1 + i / 10 % 10] || ('{ra,lo,mi,tu,vé,dy,so,ni,ca,be}'::text[])[1 + i / 100 % 10]
      || ('{lin,don,vert,mard,ssol,quin,rel,thon,bray,gnac}'::text[])[1 + i / 1000 % 10]`;
  // An odd factor modulo two to the thirty-second: eight characters that look drawn, and no two alike.
  await tx`create function pg_temp.fill_code(i bigint) returns text immutable language sql return
    regexp_replace(upper(lpad(to_hex(i * 2654435761 % 4294967296), 8, '0')), '(....)(....)', '\\1-\\2')`;
}

/** Twelve services, four themes, thirty-six démarches with one version each. */
async function catalogue(tx: TransactionSql) {
  await tx`insert into organisations (id, slug, name, created_at)
    select pg_temp.fill_id('organisation', 1, now()), 'ville-pleine', 'Ville pleine', now()`;
  await tx`insert into services (id, organisation_id, slug, name, address, phone, email, created_at)
    select pg_temp.fill_id('service', i, now()), pg_temp.fill_id('organisation', 1, now()), 'service-plein-' || i, 'Service ' || i,
      '1 place du Parvis, 99000 Belleval', '01 99 00 00 01', 'service-' || i || '@belleval.example', now() from generate_series(1, 12) i`;
  await tx`insert into themes (id, slug, name, description, icon, position)
    select pg_temp.fill_id('theme', i, now()), 'theme-plein-' || i, 'Thème ' || i, '', 'file', 100 + i from generate_series(1, 4) i`;
  await tx`insert into demarches (id, slug, theme_id, service_id, title, summary, access, is_published, position, search_text, updated_at)
    select pg_temp.fill_id('demarche', i, now()), 'demarche-pleine-' || i, pg_temp.fill_id('theme', 1 + i % 4, now()),
      pg_temp.fill_id('service', 1 + i % 12, now()), 'Démarche ' || i, 'Une démarche.', 'free', true, i, 'demarche ' || i, now()
    from generate_series(1, 36) i`;
  await tx`insert into demarche_versions (id, demarche_id, number, definition, published_at, created_at)
    select pg_temp.fill_id('version', i, now()), pg_temp.fill_id('demarche', i, now()), 1, ${tx.json(definition)}, now(), now()
    from generate_series(1, 36) i`;
}

const definition = {
  description: ["Démarche d’une ville pleine."],
  audience: "Tous.",
  help: [],
  maxDays: 10,
  silence: "refuses",
  silenceMonths: 2,
  appointment: "none",
  hasExchanges: true,
  legal: { purpose: "Essai", basis: "Essai", retentionMonths: 24 },
  applicant: { address: "none", phone: "none", birth: "none" },
  sections: [{ key: "act", title: "L’acte", fields: [{ key: "copies", type: "number", label: "Nombre de copies" }] }],
};

/** Three agents a service, and one administrator of all; agent 1 to 3 serve service 1, and so on. */
async function agents(tx: TransactionSql) {
  await tx`insert into agents (id, email, name, role, password_hash, totp_secret, created_at, activated_at)
    select pg_temp.fill_id('agent', i, now()), 'agent-' || i || '@belleval.example', 'Agent ' || i,
      case when i = 37 then 'admin' else 'agent' end, '', '', now(), now() from generate_series(1, 37) i`;
  await tx`insert into agent_services (agent_id, service_id)
    select pg_temp.fill_id('agent', i, now()), pg_temp.fill_id('service', s, now())
    from generate_series(1, 37) i, generate_series(1, 12) s where i = 37 or s = 1 + (i - 1) / 3`;
}

async function people(tx: TransactionSql, count: number) {
  await tx`create temporary table fill_people on commit drop as
    select i, now() - interval '3 years' * (1 - i::float8 / ${count}) as at, pg_temp.fill_first(i) as first, pg_temp.fill_last(i) as last
    from generate_series(1, ${count}::bigint) i`;
  await tx`insert into accounts (id, status, email, username, first_name, last_name, postal_code, commune, search_text, created_at,
      activated_at, last_seen_at, suspended_at)
    select pg_temp.fill_id('account', i, at), case when i % 200 = 0 then 'suspended' else 'active' end, 'usager-' || i || '@example.org',
      'usager.' || i, first, last, '99000', 'Belleval', lower(first || ' ' || last || ' usager.' || i || ' usager-' || i || '@example.org'),
      at, at, now() - (now() - at) * (i % 97) / 97.0, case when i % 200 = 0 then now() - interval '1 day' * (i % 300) end
    from fill_people`;
  await tx`insert into relations (id, account_id, kind, role, first_name, last_name, birth_date, created_at, updated_at)
    select pg_temp.fill_id('relation', i, at), pg_temp.fill_id('account', i, at), 'person', 'child', pg_temp.fill_first(i + 1), last,
      date '2015-01-01' + (i % 3000)::int, at, at from fill_people where i % 3 = 0`;
  await tx`insert into wallet_documents (id, account_id, type, title, created_at, updated_at)
    select pg_temp.fill_id('piece', i, at), pg_temp.fill_id('account', i, at), 'identity_card', 'Pièce ' || i, at, at
    from fill_people where i % 4 = 0`;
  await tx`insert into account_sessions (id, account_id, token_hash, created_at, last_seen_at, idle_expires_at, expires_at, device)
    select pg_temp.fill_id('session', i, now()), pg_temp.fill_id('account', i, at), pg_temp.fill_hash('session' || i), now(), now(),
      now() + interval '30 minutes', now() + interval '12 hours', 'Firefox' from fill_people where i % 20 = 0`;
}

/**
 * One line a demande: when, whose, of which démarche, in which state. One in thirty-three is a draft of the last eighty days; one in two
 * hundred is of the same account; one in five has none. The last thirty days are at work, what came before is decided, half of what
 * is older than two years is anonymised.
 */
async function plan(tx: TransactionSql, count: number) {
  await tx`create temporary table fill_demandes on commit drop as
    with numbered as (
      select i, (i * 7919) % 100 as luck,
        case when i % 33 = 0 then now() - interval '80 days' * (i % 1000) / 1000.0
          else now() - interval '3 years' * (1 - i::float8 / ${count}) - interval '1 minute' end as at
      from generate_series(1, ${count}::bigint) i
    ), settled as (
      select *, case when i % 33 = 0 then 'draft'
          when at > now() - interval '30 days' then case when luck < 35 then 'pending' when luck < 60 then 'in_progress'
            when luck < 68 then 'incomplete' when luck < 73 then 'rectified' when luck < 80 then 'complete'
            when luck < 95 then 'validated' when luck < 98 then 'rejected' else 'cancelled' end
          else case when luck < 82 then 'validated' when luck < 91 then 'rejected' when luck < 98 then 'cancelled'
            when luck < 99 then 'in_progress' else 'incomplete' end end as status,
        case when i % 200 = 0 then 1 when i % 5 = 0 then null else 1 + i % ceil(${count} / 5.0)::bigint end as person
      from numbered
    ), dated as (
      select *, status in ('validated', 'rejected', 'cancelled') as is_closed from settled
    ), named as (
      select *, is_closed and i % 2 = 0 and at < now() - interval '2 years' as is_anonymous from dated
    )
    select n.i, n.at, n.luck, n.status, n.is_closed, n.is_anonymous, n.status = 'draft' as is_draft, 1 + n.i % 36 as demarche,
      1 + (1 + n.i % 36) % 12 as service, pg_temp.fill_id('demande', n.i, n.at) as id,
      case when not n.is_anonymous then pg_temp.fill_id('account', p.i, p.at) end as account_id,
      coalesce(p.first, pg_temp.fill_first(n.i)) as first, coalesce(p.last, pg_temp.fill_last(n.i)) as last,
      coalesce('usager-' || p.i, 'visiteur-' || n.i) || '@example.org' as email,
      least(n.at + interval '9 days', n.at + (now() - n.at) / 2) as ended_at,
      to_char(n.at, 'YYYY') || '-' || pg_temp.fill_code(n.i) as number
    from named n left join fill_people p on p.i = n.person`;
  await tx`create index on fill_demandes (id)`;
  await tx`analyze fill_demandes`;
}

async function filings(tx: TransactionSql, fileKey: string) {
  await tx`insert into demandes (id, number, demarche_id, version_id, service_id, status, account_id, applicant_name, search_name,
      contact_hash, agent_id, revision, step, file_key, created_at, updated_at, submitted_at, due_at, closed_at, anonymised_at)
    select id, case when not is_draft then number end, pg_temp.fill_id('demarche', demarche, now()),
      pg_temp.fill_id('version', demarche, now()), pg_temp.fill_id('service', service, now()), status, account_id,
      case when not is_draft and not is_anonymous then first || ' ' || last end,
      case when is_draft or is_anonymous then '' else lower(first || ' ' || last) end,
      case when not is_draft and not is_anonymous then pg_temp.fill_hash(email) end,
      case when status not in ('draft', 'pending') then pg_temp.fill_id('agent', 3 * (service - 1) + 1 + i % 3, now()) end,
      case when is_draft then 0 when status = 'rectified' then 2 else 1 end, 'demande', ${fileKey}, at,
      case when is_draft then at else ended_at end, case when not is_draft then at end, case when not is_draft then at + interval '10 days' end,
      case when is_closed then ended_at end, case when is_anonymous then ended_at + interval '2 years' end
    from fill_demandes`;
  await tx`insert into demande_revisions (demande_id, number, answers, created_at, updated_at, submitted_at)
    select id, r, case when is_anonymous then '{}'::jsonb else jsonb_build_object('applicant',
        jsonb_build_object('firstName', first, 'lastName', last, 'email', email), 'act', jsonb_build_object('copies', 1 + i % 4)) end,
      at, at, case when not is_draft then at end
    from fill_demandes, lateral generate_series(1, case when status = 'rectified' then 2 else 1 end) r`;
}

/** Each state by the road that leads to it. */
async function histories(tx: TransactionSql) {
  await tx`insert into demande_events (demande_id, at, actor, agent_id, from_status, to_status, revision)
    select d.id, d.at + (d.ended_at - d.at) * (s.step - 1) / 3.0, case when s.step = 1 or s.upon in ('cancelled', 'rectified') then 'citizen'
        else 'agent' end,
      case when s.step > 1 and s.upon not in ('cancelled', 'rectified') then pg_temp.fill_id('agent', 3 * (service - 1) + 1 + i % 3, now()) end,
      s.origin, s.upon, case when s.upon = 'rectified' then 2 else 1 end
    from fill_demandes d join lateral (values
      (1, 'draft', 'pending', true),
      (2, 'pending', 'in_progress', d.status not in ('pending', 'cancelled')),
      (2, 'pending', 'cancelled', d.status = 'cancelled'),
      (3, 'in_progress', 'incomplete', d.status in ('incomplete', 'rectified')),
      (3, 'in_progress', 'complete', d.status in ('complete', 'validated')),
      (3, 'in_progress', 'rejected', d.status = 'rejected'),
      (4, 'incomplete', 'rectified', d.status = 'rectified'),
      (4, 'complete', 'validated', d.status = 'validated')
    ) s (step, origin, upon, is_taken) on s.is_taken
    where not d.is_draft order by d.id, s.step`;
  await tx`insert into correction_items (demande_id, revision, field_path, reason, comment)
    select id, 1, 'act.copies', 'incorrect', 'À revoir' from fill_demandes where status in ('incomplete', 'rectified')`;
}

async function belongings(tx: TransactionSql, hasFiles: boolean) {
  await tx`insert into messages (id, demande_id, author, agent_id, body, sent_at, read_at)
    select pg_temp.fill_id('message', i, at), id, case when i % 20 = 0 then 'agent' else 'citizen' end,
      case when i % 20 = 0 then pg_temp.fill_id('agent', 3 * (service - 1) + 1, now()) end,
      case when is_anonymous then '' else 'Bonjour, voici ma question n° ' || i || '.' end, at, case when is_closed then ended_at end
    from fill_demandes where i % 10 = 0 and not is_draft`;
  await tx`insert into demande_guests (demande_id, guest_hash, created_at, expires_at)
    select id, pg_temp.fill_hash('guest' || i), at, now() + interval '90 days' from fill_demandes
    where account_id is null and not is_anonymous and at > now() - interval '90 days'`;
  await tx`insert into attachments (id, demande_id, field_path, origin, added_in, position, name, media_type, size, sha256, storage_key,
      scan, is_frozen, created_at)
    select pg_temp.fill_id('file', i, at), id, 'act.identity', 'device', 1, 0, 'piece.pdf', 'application/pdf', 10, repeat('0', 64),
      'demande/' || pg_temp.fill_id('file', i, at), case when i % 50000 = 0 then 'pending' else 'clean' end, not is_draft, at
    from fill_demandes where ${hasFiles} and i % 4 = 1 and not is_anonymous`;
  await tx`insert into notifications (id, account_id, kind, text, path, created_at, read_at)
    select pg_temp.fill_id('notice', i, ended_at), account_id, 'demande.received', 'Démarche ' || demarche || ' : votre demande est reçue.',
      '/espace/demandes/' || number || '/historique', ended_at, case when i % 3 > 0 then ended_at end
    from fill_demandes where account_id is not null and not is_draft`;
}

/** A year of acknowledgements, sent; the week's are in the embedded mailbox too. A few failed, a few wait. */
async function letters(tx: TransactionSql) {
  await tx`insert into outbox (id, key, kind, account_id, recipient_hash, content, state, attempts, created_at, next_attempt_at, sent_at)
    select pg_temp.fill_id('mail', i, at), 'demande:' || id || ':filed:1', 'demande.received', account_id, pg_temp.fill_hash(email),
      case when s.state <> 'sent' then 'v1.fill' end, s.state, 1, at, at, case when s.state = 'sent' then at end
    from fill_demandes, lateral (select case when i % 5000 = 1 then 'failed' when i % 5000 = 2 and at > now() - interval '7 days'
      then 'waiting' else 'sent' end as state) s
    where not is_draft and at > now() - interval '365 days'`;
  await tx`insert into mailbox (id, key, sent_at, recipient, sender, subject, text, html)
    select o.id, o.key, o.sent_at, 'usager@example.org', 'portail <ne-pas-repondre@belleval.example>', 'Accusé de réception', 'Reçu.', ''
    from outbox o where o.state = 'sent' and o.sent_at > now() - interval '8 days'`;
}

/** Twelve months of journal, and a month of runs of the scheduled jobs. */
async function journal(tx: TransactionSql) {
  await tx`insert into audit_events (at, actor_kind, actor_id, verb, subject_id, details)
    select e.at, e.kind, e.actor, e.verb, d.id::text, '{}'::jsonb from fill_demandes d, lateral (values
      (d.at, 'citizen', d.account_id, 'demande.started', true),
      (d.at, 'citizen', d.account_id, 'demande.submitted', not d.is_draft),
      (d.at, 'system', null, 'mail.sent', not d.is_draft),
      (d.ended_at, 'agent', pg_temp.fill_id('agent', 3 * (d.service - 1) + 1 + d.i % 3, now()), 'demande.taken', d.is_closed),
      (d.ended_at, 'agent', pg_temp.fill_id('agent', 3 * (d.service - 1) + 1 + d.i % 3, now()), 'attachment.read', d.is_closed),
      (d.ended_at, 'agent', pg_temp.fill_id('agent', 3 * (d.service - 1) + 1 + d.i % 3, now()), 'demande.validated', d.status = 'validated'),
      (d.ended_at, 'citizen', d.account_id, 'account.signed_in', d.account_id is not null)
    ) e (at, kind, actor, verb, is_written)
    where e.is_written and e.at > now() - interval '365 days' order by e.at`;
  await tx`insert into job_runs (job, started_at, ended_at, outcome, handled)
    select case when i % 60 = 0 then 'menage' when i % 5 = 0 then 'fichiers-a-effacer' else 'courriels' end, at, at, 'done', i % 7
    from (select i, now() - interval '30 days' * (1 - i / 43200.0) as at
      from generate_series(1, least(43200, (select count(*) from fill_demandes))) i) runs`;
}
