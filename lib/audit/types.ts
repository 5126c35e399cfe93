import type { OutboxState } from "@/db/schema/platform";
import type { MailId } from "@/lib/shared/ids";
import type { AuditVerb } from "@/lib/vocabulary/audit-verbs";

export type { OutboxState };

/** One line of the journal. `who`: an agent's name, or the kind of actor: no citizen is named. */
export type AuditLine = {
  id: number;
  at: Date;
  who: string;
  verb: AuditVerb;
  subjectId: string;
  /** Codes and counts: « files : 2 ». */
  details: readonly string[];
};

/** An e-mail of the outbox, without its recipient nor its content. */
export type MailLine = {
  id: MailId;
  kind: string;
  state: OutboxState;
  attempts: number;
  createdAt: Date;
  nextAttemptAt: Date;
  sentAt: Date | null;
  lastError: string | null;
};

export type Lines<T> = { lines: readonly T[]; next: string | null };

export const outboxStateLabels: Record<OutboxState, string> = {
  waiting: "En attente",
  sent: "Envoyé",
  failed: "En échec",
};

/** What an administrator watches. Counts are bounded by `limit`. */
export type PlatformState = {
  drivers: readonly { port: string; driver: string; isEmbedded: boolean }[];
  mails: { failed: number; waiting: number; limit: number; oldestWaiting: Date | null };
  jobs: readonly { job: string; startedAt: Date; outcome: "running" | "done" | "failed"; handled: number }[];
};
