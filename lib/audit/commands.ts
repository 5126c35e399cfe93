import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { outbox } from "@/db/schema/platform";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { isManager } from "@/lib/kernel/staff";
import { transact, type AuditDetails } from "@/lib/kernel/transact";
import { readdressed } from "@/lib/letters/outbox/sealed-letter";
import type { AccountId, MailId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { mailsWithin } from "./journal/own-lines";
import { journalCsv } from "./journal/journal-csv";
import type { RetryMail } from "./schema";
import type { JournalFilters } from "./types";

/**
 * Puts a mail that failed back among those to send; one about a demande of an account goes to the address that the account has now.
 * Administrators only, that of an organisation what they read; « not_failed »: it was sent or put back meanwhile.
 */
export async function retryMail(actor: Actor, input: RetryMail): Promise<Result<MailId, "not_failed">> {
  return transact(actor, async ({ tx, record }) => {
    if (!isManager(actor)) throw new NotFound();
    const [mail] = await tx
      .select({ state: outbox.state, kind: outbox.kind, accountId: outbox.accountId, content: outbox.content })
      .from(outbox)
      .where(and(eq(outbox.id, input.mailId), mailsWithin(actor)))
      .for("update");
    if (!mail) throw new NotFound();
    if (mail.state !== "failed") return refuse("not_failed");

    await tx
      .update(outbox)
      .set({ state: "waiting", attempts: 0, nextAttemptAt: clock.now(), ...(await toPresentAddress(tx, mail)) })
      .where(eq(outbox.id, input.mailId));
    await record("mail.retried", input.mailId);
    return done(input.mailId);
  });
}

type Failed = { kind: string; accountId: AccountId | null; content: string | null };

/** What is said of an account itself (its address that changes, a link) stays for the address that it was written to. */
async function toPresentAddress(tx: Tx, { kind, accountId, content }: Failed) {
  if (accountId === null || content === null || !kind.startsWith("demande.")) return null;
  const [account] = await tx
    .select({ email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), eq(accounts.status, "active")));
  return account?.email ? readdressed(content, account.email) : null;
}

/**
 * The journal under these filters as CSV, in pieces, the newest line first, `maxExportLines` at most. Written in the journal
 * before the first line leaves. Administrators only; that of an organisation receives what they read.
 */
export async function exportJournal(
  actor: Actor,
  filters: JournalFilters,
): Promise<Result<AsyncGenerator<string>, never>> {
  return transact(actor, async ({ record }) => {
    if (!isManager(actor)) throw new NotFound();
    await record("journal.exported", "journal", exportDetails(filters));
    return done(journalCsv(actor, filters));
  });
}

/** Which filters, in codes: neither a name nor an address. */
function exportDetails({ from, to, family, verb, kind, agent, subject }: JournalFilters): AuditDetails {
  const codes = { from, to, act: verb ?? family, kind, agent, subject };
  return Object.fromEntries(Object.entries(codes).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
