import { randomUUID } from "node:crypto";
import type postgres from "postgres";

/**
 * What submitting a draft asks of Postgres, and nothing else: the same rows read, locked and written, in one transaction.
 * Both the bare page and « the SQL alone » run this, so that the portal's own share shows.
 */
export async function fileDraftStatements(sql: postgres.Sql, id: string): Promise<void> {
  const number = `B-${randomUUID()}`;
  await sql.begin(async (tx) => {
    await tx`select * from demandes where id = ${id} for update`;
    await tx`select answers from demande_revisions where demande_id = ${id} and number = 1`;
    await tx`select field_path, position from attachments where demande_id = ${id}`;
    await tx`update demande_revisions set submitted_at = now() where demande_id = ${id} and number = 1`;
    await tx`update attachments set is_frozen = true where demande_id = ${id}`;
    await tx`update demandes set status = 'pending', number = ${number}, revision = 1, submitted_at = now(), updated_at = now() where id = ${id}`;
    await tx`insert into demande_events (demande_id, at, actor, from_status, to_status, revision) values (${id}, now(), 'citizen', 'draft', 'pending', 1)`;
    await tx`insert into demande_tokens (id, demande_id, purpose, token_hash, created_at, expires_at)
      values (${randomUUID()}, ${id}, 'follow_up', ${number}, now(), now() + interval '30 days')`;
    await tx`insert into outbox (id, key, kind, recipient_hash, content, created_at, next_attempt_at, state)
      values (${randomUUID()}, ${number}, 'bench', 'bench', null, now(), now(), 'sent')`;
    await tx`insert into audit_events (at, actor_kind, verb, subject_id) values (now(), 'citizen', 'demande.submitted', ${id})`;
  });
}
