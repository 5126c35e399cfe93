import { and, asc, eq, gt, inArray, lte, or, sql } from "drizzle-orm";
import { outbox } from "@/db/schema/platform";
import type { MailId } from "@/lib/shared/ids";
import type { LetterChannel } from "@/lib/vocabulary/letter-channels";
import { done } from "@/lib/shared/result";
import type { System } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { env } from "@/lib/kernel/env";
import { Final, Retryable } from "@/lib/kernel/errors";
import { forgetUnqueued } from "../outbox/forget-mails";
import { openInTownWords, type OpenedLetter } from "../outbox/sealed-letter";
import { logger } from "@/lib/kernel/logger";
import { transact } from "@/lib/kernel/transact";

/** A mail of the outbox, opened, at one of its attempts. `messageId` is the same at each. */
export type OutgoingMail = { id: MailId; key: string; messageId: string } & OpenedLetter;
export type DrainReport = { sent: number; postponed: number; failed: number };

type Drain = {
  /** Renders and sends one letter, by its channel. Throws `Retryable` or `Final`. Must give up by itself before the lease ends. */
  deliver: Readonly<Record<LetterChannel, (mail: OutgoingMail) => Promise<void>>>;
  /** No new mail is taken after this instant. */
  until?: Date;
  /** No new mail is taken once aborted; those being sent are finished. */
  signal?: AbortSignal;
  /** Mails sent side by side. */
  batch?: number;
};

type Claimed = { id: MailId; key: string; channel: LetterChannel; content: string | null; attempts: number };

/**
 * 48 tries: the second some seconds after the first (a link to sign in lives ten minutes, a mail server that restarts is back by
 * then), the others one every five minutes: four hours, then an administrator sees it as failed.
 */
const maxAttempts = 48;
const firstRetryMinutes = 1 / 3;
const retryMinutes = 5;
/** However long the provider asks to wait. */
const longestRetryMinutes = 60;
/** While a mail is being sent nobody else takes it; if the process dies, it is due again after this. */
const leaseMinutes = 1;

/**
 * Sends the mails that are due. Safe to run in several processes at once: a mail is leased before it is sent.
 * A process that dies between the provider's « yes » and our own note sends again under the same key and Message-ID.
 */
export async function drainOutbox(actor: System, drain: Drain): Promise<DrainReport> {
  const report: DrainReport = { sent: 0, postponed: 0, failed: 0 };
  await bringBackFromTheFuture();
  while (!drain.signal?.aborted && !(drain.until && clock.now() >= drain.until)) {
    const mails = await claim(drain.batch ?? 8);
    if (mails.length === 0) break;
    for (const outcome of await Promise.all(mails.map((mail) => attempt(actor, mail, drain.deliver))))
      report[outcome] += 1;
  }
  return report;
}

/** Whether a mail is due now: a cheap question, asked often. */
export async function hasDueMail(): Promise<boolean> {
  const rows = await database().select({ id: outbox.id }).from(outbox).where(isDue()).limit(1);
  return rows.length > 0;
}

function isDue() {
  return and(eq(outbox.state, "waiting"), lte(outbox.nextAttemptAt, clock.now()));
}

/**
 * What was written, or tried in vain, while the clock ran ahead would wait for that day: it is due now, once the clock is right. A
 * letter that waits for its turn was never tried: it keeps it.
 */
async function bringBackFromTheFuture(): Promise<void> {
  const now = clock.now();
  const isPutOff = and(gt(outbox.attempts, 0), gt(outbox.nextAttemptAt, clock.horizon(longestRetryMinutes)));
  await database()
    .update(outbox)
    .set({ nextAttemptAt: now, createdAt: sql`least(${outbox.createdAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(eq(outbox.state, "waiting"), or(gt(outbox.createdAt, clock.horizon()), isPutOff)));
}

/** Leases the oldest mails due: the attempt is counted before it is made, so that no mail can kill the worker for ever. */
async function claim(batch: number): Promise<Claimed[]> {
  const { id, key, channel, content, attempts } = outbox;
  return database().transaction(async (tx) => {
    const due = tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(isDue())
      .orderBy(asc(outbox.nextAttemptAt))
      .limit(batch);
    const ids = (await due.for("update", { skipLocked: true })).map(({ id }) => id);
    if (ids.length === 0) return [];
    return tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, nextAttemptAt: clock.inMinutes(leaseMinutes) })
      .where(inArray(outbox.id, ids))
      .returning({ id, key, channel, content, attempts });
  });
}

async function attempt(actor: System, mail: Claimed, deliver: Drain["deliver"]): Promise<keyof DrainReport> {
  try {
    await deliver[mail.channel](await open(mail));
  } catch (error) {
    return noteFailure(actor, mail, error);
  }
  await note(actor, mail, "mail.sent", { state: "sent", content: null, sentAt: clock.now(), lastError: null });
  return "sent";
}

async function open({ id, key, content }: Claimed): Promise<OutgoingMail> {
  if (content === null) throw new Final("outbox: no content");
  const opened = await openInTownWords(database(), content);
  return { id, key, messageId: `${id}@${new URL(env().APP_URL).hostname}`, ...opened };
}

async function noteFailure(actor: System, mail: Claimed, error: unknown): Promise<keyof DrainReport> {
  const lastError = reason(error);
  logger().warn({ event: "mail.attempt_failed", mail: mail.id, attempt: mail.attempts, reason: lastError });
  if (error instanceof Final || mail.attempts >= maxAttempts) {
    await note(actor, mail, "mail.failed", { state: "failed", lastError });
    return "failed";
  }
  const asked = error instanceof Retryable ? (error.retryAfterSeconds ?? 0) / 60 : 0;
  const usual = mail.attempts === 1 ? firstRetryMinutes : retryMinutes;
  const nextAttemptAt = clock.inMinutes(Math.min(Math.max(usual, asked), longestRetryMinutes));
  await database().update(outbox).set({ nextAttemptAt, lastError }).where(isMine(mail));
  return "postponed";
}

/** Our errors carry codes only; the text of any other error is not kept, it could quote an address. */
function reason(error: unknown): string {
  if (error instanceof Final || error instanceof Retryable) return error.message;
  return error instanceof Error ? error.name : "unknown";
}

type Change = Partial<typeof outbox.$inferInsert>;

async function note(actor: System, mail: Claimed, verb: "mail.sent" | "mail.failed", change: Change): Promise<void> {
  await transact(actor, async ({ tx, record, unrecorded }) => {
    const rows = await tx.update(outbox).set(change).where(isMine(mail)).returning({ kind: outbox.kind });
    const kind = rows[0]?.kind;
    if (kind !== undefined) await record(verb, mail.id, { kind, attempts: mail.attempts });
    else {
      await forgetUnqueued(tx, mail.key);
      unrecorded("another process took the mail after our lease, or its account was deleted");
    }
    return done(null);
  });
}

/** Still leased by this attempt: nobody took it since. */
function isMine({ id, attempts }: Claimed) {
  return and(eq(outbox.id, id), eq(outbox.attempts, attempts), eq(outbox.state, "waiting"));
}
