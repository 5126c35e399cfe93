import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uuid, type PgColumn } from "drizzle-orm/pg-core";
import type { AuditVerb } from "@/lib/vocabulary/audit-verbs";
import type { BackupFailure } from "@/lib/vocabulary/backups";
import type { LetterChannel } from "@/lib/vocabulary/letter-channels";
import type { AccountId, MailId } from "@/lib/shared/ids";
import { id, instant } from "./columns";

/** Who did what, written in the transaction of the act. `details` holds no personal datum. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: uuid("actor_id"),
    verb: text("verb").$type<AuditVerb>().notNull(),
    subjectId: text("subject_id").notNull(),
    details: jsonb("details").$type<Record<string, string | number | boolean>>().notNull().default({}),
  },
  (t) => [
    index("audit_events_at").on(t.at, t.id),
    index("audit_events_subject").on(t.subjectId, t.at, t.id),
    index("audit_events_actor").on(t.actorId, t.at, t.id),
    index("audit_events_act").on(t.verb, t.actorKind, t.at, t.id),
  ],
);

/** What a letter is about: its key is « kind:identifier:… ». */
export const subjectOf = (key: PgColumn) => sql<string>`split_part(${key}, ':', 2)`;

export type OutboxState = "waiting" | "sent" | "failed";

/** Letters to send, written in the transaction that causes them. `content` is sealed, and emptied once sent. */
export const outbox = pgTable(
  "outbox",
  {
    id: id<MailId>(),
    /** One row per event and recipient: a second attempt at the same event adds nothing. */
    key: text("key").notNull().unique(),
    kind: text("kind").notNull(),
    /** Which driver takes it. */
    channel: text("channel").$type<LetterChannel>().notNull().default("email"),
    /** The account that it is written for. No foreign key: two accounts that write to each other would wait for each other. */
    accountId: uuid("account_id").$type<AccountId>(),
    /** SHA-256 of the recipient's normalised address: sending limits, and erasing on request. */
    recipientHash: text("recipient_hash").notNull(),
    /** Recipient, and the facts of the letter or its words (lib/letters/outbox/sealed-letter.ts), sealed with the master key; null once sent. */
    content: text("content"),
    state: text("state").$type<OutboxState>().notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    sentAt: instant("sent_at"),
    lastError: text("last_error"),
  },
  (t) => [
    index("outbox_due")
      .on(t.nextAttemptAt)
      .where(sql`${t.state} = 'waiting'`),
    index("outbox_state_recent").on(t.state, t.createdAt, t.id),
    index("outbox_subject").on(subjectOf(t.key)),
    index("outbox_recipient").on(t.recipientHash, t.createdAt),
    index("outbox_turn")
      .on(t.recipientHash, t.nextAttemptAt)
      .where(sql`${t.accountId} is null`),
    index("outbox_account")
      .on(t.accountId, t.createdAt)
      .where(sql`${t.accountId} is not null`),
    check("outbox_state", sql`${t.state} in ('waiting', 'sent', 'failed')`),
    check("outbox_channel", sql`${t.channel} in ('email')`),
  ],
);

export type MailboxFile = { name: string; mediaType: string; base64: string };

/** The embedded mailbox: what the portal « sent » where no mail server is configured (demonstration, development, tests). */
export const mailbox = pgTable(
  "mailbox",
  {
    id: id<MailId>(),
    key: text("key").notNull().unique(),
    sentAt: instant("sent_at").notNull(),
    recipient: text("recipient").notNull(),
    sender: text("sender").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    attachments: jsonb("attachments").$type<readonly MailboxFile[]>().notNull().default([]),
  },
  (t) => [
    index("mailbox_sent").on(t.sentAt, t.id),
    index("mailbox_recipient").on(t.recipient, t.sentAt, t.id),
    index("mailbox_subject").on(subjectOf(t.key)),
  ],
);

/** One row a key: fixed windows and growing delays, kept in Postgres so that a restart forgets nothing. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    count: integer("count").notNull(),
    windowStart: instant("window_start").notNull(),
    blockedUntil: instant("blocked_until"),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("rate_limits_expires").on(t.expiresAt)],
);

/** Challenges already used, so that a solved robot check serves once. */
export const consumedChallenges = pgTable(
  "consumed_challenges",
  {
    key: text("key").primaryKey(),
    /** Hash of what it was used for: the same form sent again (double click, lost answer) is not a second use. */
    usedFor: text("used_for").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("consumed_challenges_expires").on(t.expiresAt)],
);

/** The way out of the robot check: one code of six digits an address, hashed; a newer one replaces it. */
export const robotCodes = pgTable(
  "robot_codes",
  {
    /** Fingerprint of the address. */
    recipientHash: text("recipient_hash").primaryKey(),
    codeHash: text("code_hash").notNull(),
    tries: integer("tries").notNull().default(0),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("robot_codes_expires").on(t.expiresAt)],
);

/** « paused »: stopped at its limit of time with work left, taken up again at once. */
export type JobOutcome = "running" | "done" | "paused" | "failed";

/** Runs of the scheduled jobs, shown in /admin. */
export const jobRuns = pgTable(
  "job_runs",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    job: text("job").notNull(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    outcome: text("outcome").$type<JobOutcome>().notNull(),
    handled: integer("handled").notNull().default(0),
    error: text("error"),
  },
  (t) => [
    // By number, not by date: the order of the runs, whatever became of the clock.
    index("job_runs_job").on(t.job, t.id),
    index("job_runs_success")
      .on(t.job, t.id)
      .where(sql`${t.outcome} in ('done', 'paused')`),
    index("job_runs_running")
      .on(t.startedAt)
      .where(sql`${t.outcome} = 'running'`),
    index("job_runs_started").on(t.startedAt),
  ],
);

/** Backups that ended, well or not: what administrators are told of them. Written by the command and by the daily task. */
export const backups = pgTable(
  "backups",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    isDaily: boolean("is_daily").notNull(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at").notNull(),
    /** Null for one that is whole. */
    failure: text("failure").$type<BackupFailure>(),
    /** Of the database in it: sealed bytes, and lines. */
    bytes: bigint("bytes", { mode: "number" }).notNull().default(0),
    lines: bigint("lines", { mode: "number" }).notNull().default(0),
    files: integer("files").notNull().default(0),
  },
  (t) => [
    index("backups_started").on(t.startedAt),
    index("backups_done")
      .on(t.startedAt)
      .where(sql`${t.failure} is null`),
  ],
);

/** Stored objects to erase: written in the transaction that forgets them, erased by the worker, so no file is orphaned by a crash. */
export const blobDeletions = pgTable("blob_deletions", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  storageKey: text("storage_key").notNull(),
  askedAt: instant("asked_at").notNull(),
});

/** Objects being written: erased by the worker when no row adopted them within the hour. */
export const pendingBlobs = pgTable(
  "pending_blobs",
  { storageKey: text("storage_key").primaryKey(), createdAt: instant("created_at").notNull() },
  (t) => [index("pending_blobs_created").on(t.createdAt)],
);
