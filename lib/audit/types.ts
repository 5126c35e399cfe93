import type { OutboxState } from "@/db/schema/platform";
import type { ActorKind } from "@/lib/kernel/actor";
import type { DiskRoom } from "@/lib/kernel/disk-room";
import type { JobRun } from "@/lib/upkeep/job-runs";
import type { AccountId, AgentId, MailId } from "@/lib/shared/ids";
import type { AuditFamily } from "@/lib/vocabulary/audit-families";
import type { AuditVerb } from "@/lib/vocabulary/audit-verbs";

export type { OutboxState };

/** One line of the journal. `who`: an agent's name, or the kind of actor: no citizen is named. */
export type AuditLine = {
  id: number;
  at: Date;
  kind: ActorKind;
  who: string;
  verb: AuditVerb;
  /** « Demande BEL-2026-000123 », « Agent Camille Essai », or what kind of thing it is. */
  subject: string;
  subjectId: string;
  /** Codes and counts: « fichiers : 2 ». */
  details: readonly string[];
};

export const actorKindLabels: Record<ActorKind, string> = {
  anonymous: "Personne sans compte",
  citizen: "Usager",
  agent: "Agent",
  admin: "Administrateur",
  organisation_admin: "Administrateur d’un organisme",
  system: "Tâche automatique",
};
/** Those that the journal is narrowed to: all that have a label, and so all. */
export const actorKinds = Object.keys(actorKindLabels) as [ActorKind, ...ActorKind[]];

/** What the journal is narrowed to. Days are of Paris, « 2026-11-27 », both included. */
export type JournalFilters = {
  from?: string;
  to?: string;
  family?: AuditFamily;
  verb?: AuditVerb;
  kind?: ActorKind;
  agent?: AgentId;
  subject?: string;
};

/** Lines that one export gives at most. */
export const maxExportLines = 50_000;

/** Whom a letter that failed was for: the demande or the account, and the person to tell by another way. */
export type MailAbout = { person: string } & (
  { kind: "demande"; number: string } | { kind: "account"; accountId: AccountId }
);

/** An e-mail of the outbox, without its address nor its content. */
export type MailLine = {
  id: MailId;
  kind: string;
  state: OutboxState;
  attempts: number;
  createdAt: Date;
  nextAttemptAt: Date;
  sentAt: Date | null;
  lastError: string | null;
  /** Of a failed one alone. Null when it is of no demande and of no account. */
  about: MailAbout | null;
};

export type Lines<T> = { lines: readonly T[]; next: string | null };

export const outboxStateLabels: Record<OutboxState, string> = {
  waiting: "En attente",
  sent: "Envoyé",
  failed: "En échec",
};

/** What an administrator watches. Counts are bounded by `limit`. */
export type PlatformState = {
  disk: DiskRoom;
  drivers: readonly {
    port: string;
    driver: string;
    isEmbedded: boolean;
    /** Nothing does this work. */ isMissing?: boolean;
  }[];
  mails: { failed: number; waiting: number; limit: number; oldestWaiting: Date | null };
  tasks: readonly TaskLine[];
  /** Since when nothing runs the tasks any more; null while they run. */
  stoppedSince: Date | null;
};

/**
 * One scheduled job, as administrators read it. `next`: when it should run at the latest. `silentSince`: its last success, or its
 * first run where it never succeeded, once that is two days old.
 */
export type TaskLine = {
  name: string;
  label: string;
  rhythm: string;
  last: JobRun | null;
  next: Date | null;
  isLate: boolean;
  silentSince: Date | null;
  succeededAt: Date | null;
};
