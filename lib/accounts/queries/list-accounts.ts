import { sql, type SQL } from "drizzle-orm";
import type { Actor } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { readPageCursor, writePageCursor } from "@/lib/kernel/page-cursor";
import { requireStaff } from "@/lib/kernel/staff";
import { holdsWords } from "@/lib/kernel/word-search";
import type { AccountId } from "@/lib/shared/ids";
import { nameWords } from "@/lib/shared/search-text";
import { fullName } from "@/lib/shared/text";
import type { AccountKind } from "@/lib/vocabulary/roles";
import { maskEmail } from "../email/mask-email";
import type {
  AccountFilter,
  AccountLine,
  AccountPage,
  AccountStatus,
  AccountValidation,
  AccountView,
} from "../types/agent";

const pageSize = 50;

/**
 * One page of the citizens' accounts, the newest first, or the oldest first where they wait for an agent. `text`: words of the
 * name, the identifiant or the e-mail, all of them. Erased accounts are left out. Throws NotFound to whoever is no agent.
 */
export async function listAccounts(actor: Actor, filter: AccountFilter): Promise<AccountPage> {
  requireStaff(actor);
  const rows = await database().execute<Row>(pageSql(filter));
  const lines = rows.slice(0, pageSize).map(toLine);
  const last = lines.at(-1);
  return { lines, next: rows.length > pageSize && last ? writePageCursor(last.createdAt, last.id) : null };
}

type Row = {
  id: AccountId;
  first_name: string | null;
  last_name: string | null;
  username: string | null;
  email: string | null;
  kind: AccountKind;
  status: AccountStatus;
  validation: AccountValidation;
  has_changes: boolean;
  has_recovery: boolean;
  created_at: string;
};

const hasRecovery = sql`exists (select 1 from account_recoveries r where r.account_id = a.id and r.state = 'asked')`;

/** Literals, not parameters: they let the planner see that a partial index applies. */
const conditions: Record<AccountView, SQL> = {
  all: sql`a.status <> 'deleted'`,
  to_validate: sql`a.status = 'active' and a.validation = 'pending'`,
  changes: sql`a.status = 'active' and a.pending_profile is not null`,
  suspended: sql`a.status = 'suspended'`,
  frozen: sql`a.status = 'frozen'`,
  recoveries: hasRecovery,
};

function pageSql({ view, text = "", cursor }: AccountFilter): SQL {
  const isOldestFirst = view === "to_validate" || view === "changes" || view === "recoveries";
  const wanted = [conditions[view], ...holdsWords(sql`a.search_text`, nameWords(text))];
  const order = isOldestFirst ? sql`asc` : sql`desc`;
  const after = readPageCursor(cursor);
  if (after)
    wanted.push(
      sql`(a.created_at, a.id) ${isOldestFirst ? sql`>` : sql`<`} (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
    );
  return sql`
    select a.id, a.first_name, a.last_name, a.username, a.email, a.kind, a.status, a.validation,
      a.pending_profile is not null as has_changes, ${hasRecovery} as has_recovery, a.created_at::text
    from accounts a
    where ${sql.join(wanted, sql` and `)}
    order by a.created_at ${order}, a.id ${order}
    limit ${pageSize + 1}`;
}

function toLine(row: Row): AccountLine {
  return {
    id: row.id,
    name: fullName({ firstName: row.first_name, lastName: row.last_name }),
    username: row.username,
    email: maskEmail(row.email ?? ""),
    kind: row.kind,
    status: row.status,
    validation: row.validation,
    hasPendingChanges: row.has_changes,
    hasOpenRecovery: row.has_recovery,
    createdAt: new Date(row.created_at),
  };
}
