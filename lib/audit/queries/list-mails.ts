import { and, desc, eq } from "drizzle-orm";
import { outbox, type OutboxState } from "@/db/schema/platform";
import type { Manager } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { olderThan, readPageCursor, writePageCursor } from "@/lib/kernel/page-cursor";
import type { MailId } from "@/lib/shared/ids";
import { nameMails } from "../journal/name-mails";
import { mailsWithin } from "../journal/own-lines";
import type { Lines, MailAbout, MailLine } from "../types";

const pageSize = 50;

/**
 * One page of the outbox in one state, the newest first. Never an address nor a content; a letter that failed says whom it was for,
 * since somebody must tell them by another way. The administrator of an organisation reads those that failed, about its demandes; throws
 * NotFound for the other states.
 */
export async function listMails(
  actor: Manager,
  { state, cursor }: { state: OutboxState; cursor?: string },
): Promise<Lines<MailLine>> {
  if (actor.kind !== "admin" && state !== "failed") throw new NotFound();
  const rows = await database()
    .select({
      id: outbox.id,
      key: outbox.key,
      accountId: outbox.accountId,
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
      and(eq(outbox.state, state), olderThan(outbox.createdAt, outbox.id, readPageCursor(cursor)), mailsWithin(actor)),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const about = state === "failed" ? await nameMails(shown) : new Map<MailId, MailAbout>();
  const lines = shown.map(({ key: _key, accountId: _accountId, ...mail }) => ({
    ...mail,
    about: about.get(mail.id) ?? null,
  }));
  const last = lines.at(-1);
  return { lines, next: rows.length > pageSize && last ? writePageCursor(last.createdAt, last.id) : null };
}
