import { eq } from "drizzle-orm";
import { outbox } from "@/db/schema/platform";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { NotFound } from "@/lib/kernel/errors";
import { transact, type AuditDetails } from "@/lib/kernel/transact";
import type { MailId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { journalCsv } from "./journal/journal-csv";
import type { RetryMail } from "./schema";
import type { JournalFilters } from "./types";

/** Puts a mail that failed back among those to send. Administrators only; « not_failed »: it was sent or put back meanwhile. */
export async function retryMail(actor: Actor, input: RetryMail): Promise<Result<MailId, "not_failed">> {
  return transact(actor, async ({ tx, record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    const [mail] = await tx
      .select({ state: outbox.state })
      .from(outbox)
      .where(eq(outbox.id, input.mailId))
      .for("update");
    if (!mail) throw new NotFound();
    if (mail.state !== "failed") return refuse("not_failed");

    await tx
      .update(outbox)
      .set({ state: "waiting", attempts: 0, nextAttemptAt: clock.now() })
      .where(eq(outbox.id, input.mailId));
    await record("mail.retried", input.mailId);
    return done(input.mailId);
  });
}

/**
 * The journal under these filters as CSV, in pieces, the newest line first, `maxExportLines` at most. Written in the journal
 * before the first line leaves. Administrators only.
 */
export async function exportJournal(
  actor: Actor,
  filters: JournalFilters,
): Promise<Result<AsyncGenerator<string>, never>> {
  return transact(actor, async ({ record }) => {
    if (actor.kind !== "admin") throw new NotFound();
    await record("journal.exported", "journal", exportDetails(filters));
    return done(journalCsv(actor, filters));
  });
}

/** Which filters, in codes: neither a name nor an address. */
function exportDetails({ from, to, family, verb, kind, agent, subject }: JournalFilters): AuditDetails {
  const codes = { from, to, act: verb ?? family, kind, agent, subject };
  return Object.fromEntries(Object.entries(codes).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
