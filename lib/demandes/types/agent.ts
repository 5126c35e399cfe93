import type { Change, SummarySection } from "@/lib/demarches/summary";
import { demandeStatusLabels, type DemandeStatus } from "@/lib/vocabulary/demande-status";
import type { ServiceId } from "@/lib/shared/ids";
import type { AttachmentView, DemandeView, HistoryEntry } from "./demande";

/** What the queue shows: what waits for the service, everything, or one state. */
export const queueViews = [
  "to_do",
  "all",
  "pending",
  "in_progress",
  "incomplete",
  "rectified",
  "complete",
  "validated",
  "rejected",
  "cancelled",
] as const;
export type QueueView = (typeof queueViews)[number];

/** As they stand in addresses. */
export const queueViewSlugs: Record<QueueView, string> = {
  to_do: "a-traiter",
  all: "toutes",
  pending: "en-attente",
  in_progress: "en-traitement",
  incomplete: "incomplet",
  rectified: "rectifie",
  complete: "complet",
  validated: "valide",
  rejected: "rejete",
  cancelled: "annule",
};

export const queueViewLabels: Record<QueueView, string> = {
  ...demandeStatusLabels,
  to_do: "À traiter par le service",
  all: "Toutes les demandes",
};

export type QueueFilter = {
  view: QueueView;
  /** Slug of a démarche. */
  demarche?: string;
  /** Taken by the reader. */
  isMine: boolean;
  /** Beyond the announced delay, while the service is expected to act. */
  isLate: boolean;
  /** A number, or words of the applicant's or beneficiary's name. */
  text?: string;
  /** Opaque; from the page before. */
  cursor?: string;
};

/** One line of the agents' queue. */
export type QueueLine = {
  number: string;
  demarcheTitle: string;
  serviceName: string;
  applicantName: string;
  beneficiaryName: string | null;
  status: DemandeStatus;
  /** The démarche's own label, or the portal's. */
  statusLabel: string;
  submittedAt: Date;
  dueAt: Date | null;
  isLate: boolean;
  agentName: string | null;
};

export type QueuePage = { lines: readonly QueueLine[]; next: string | null };

/** What a searched name has in the states that the list leaves out: the latest, and whether there are more. */
export type QueueElsewhere = { lines: readonly QueueLine[]; hasMore: boolean };

/** Bounded: `limit` means « at least that many ». */
export type WorkCounters = {
  waiting: number;
  corrected: number;
  mine: number;
  toDecide: number;
  late: number;
  limit: number;
};

/** A letter about a demande that no attempt could send: what it said, by its kind, and when it was written. */
/** `error`: as the outbox keeps it (« smtp: EENVELOPE 550 »): for `sayMailError`, never shown. */
export type FailedLetter = { kind: string; at: Date; error: string | null };
/** A demande of which a letter never left, and whom it was for. */
export type UntoldDemande = { number: string; person: string };

/** A service without an agent at work, and how many demandes wait in it: « at least that many » when it is bounded. */
export type UnattendedService = { id: ServiceId; name: string; waiting: number; isBounded: boolean };

/** A service about to close. `demarches`: the titles of those published. `aloneAgents`: who follows no other service. */
export type ServiceToClose = {
  id: ServiceId;
  name: string;
  waiting: number;
  isBounded: boolean;
  demarches: readonly string[];
  heirs: readonly { id: ServiceId; name: string; isFollowed: boolean }[];
  aloneAgents: readonly string[];
  /** Something is to be taken over: what waits, a démarche, or what was answered and may be asked about. */
  isHeirNeeded: boolean;
};

/** A document that the demande asks for, with what was given. */
export type AgentDocument = {
  path: string;
  label: string;
  files: readonly AttachmentView[];
  isOnPaper: boolean;
  isChanged: boolean;
};

/** One demande, as its agents work on it. */
export type AgentDemande = DemandeView & {
  /** Answers by section, documents left out. */
  sections: readonly SummarySection[];
  /** Everything that may be sent back: the same with the documents. */
  flaggable: readonly SummarySection[];
  documents: readonly AgentDocument[];
  /** The latest first. */
  history: readonly HistoryEntry[];
  /** What its owner changed since an agent last acted; files replaced under the same name included. */
  changes: readonly Change[];
  isLate: boolean;
};
