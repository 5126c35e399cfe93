import { and, desc, eq, lt, or } from "drizzle-orm";
import { outbox, type OutboxState } from "@/db/schema/platform";
import type { Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { isId, type MailId } from "@/lib/shared/ids";
import type { Lines, MailLine } from "../types";

const pageSize = 50;

/** One page of the outbox in one state, the newest first. Neither recipient nor content: an administrator needs none. */
export async function listMails(
  _actor: Admin,
  { state, cursor }: { state: OutboxState; cursor?: string },
): Promise<Lines<MailLine>> {
  const after = readCursor(cursor);
  const rows = await database()
    .select({
      id: outbox.id,
      kind: outbox.kind,
      state: outbox.state,
      attempts: outbox.attempts,
      createdAt: outbox.createdAt,
      nextAttemptAt: outbox.nextAttemptAt,
      sentAt: outbox.sentAt,
      lastError: outbox.lastError,
    })
    .from(outbox)
    .where(
      and(
        eq(outbox.state, state),
        after && or(lt(outbox.createdAt, after.at), and(eq(outbox.createdAt, after.at), lt(outbox.id, after.id))),
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(pageSize + 1);
  const lines = rows.slice(0, pageSize);
  const last = lines.at(-1);
  return { lines, next: rows.length > pageSize && last ? `${last.createdAt.toISOString()}_${last.id}` : null };
}

function readCursor(cursor = ""): { at: Date; id: MailId } | undefined {
  const [at = "", id = ""] = cursor.slice(0, 100).split("_");
  const date = new Date(at);
  return isId(id) && !Number.isNaN(date.getTime()) ? { at: date, id: id as MailId } : undefined;
}
