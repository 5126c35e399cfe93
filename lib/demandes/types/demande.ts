import type { AccessRule } from "@/db/schema/demarches";
import type { Answers, DemarcheDefinition, FormContext } from "@/lib/demarches/form";
import type { Unavailability } from "@/lib/demarches/status";
import type { AttachmentId, DemandeId, DemarcheVersionId } from "@/lib/shared/ids";
import type { DemandeStatus } from "@/lib/vocabulary/demande-status";
import type { CorrectionReason } from "@/lib/vocabulary/documents";
import type { Filed } from "../revision/correction";
import type { DelayToday } from "../rules/delays";
import type { PapersView } from "../rules/papers";

export type { PapersView };

/** The five steps (F91), as they stand in addresses. */
export const stepSlugs = ["demarche", "rendez-vous", "informations", "demande", "documents", "recapitulatif"] as const;
export type StepSlug = (typeof stepSlugs)[number];

/** A step as kept in the row; the first one when it is no longer a step. */
export function toStep(text: string): StepSlug {
  return stepSlugs.find((step) => step === text) ?? "demarche";
}

/** Where the portal keeps what an attached file is worth, and where it is downloaded: `/api/fichiers/${id}`. */
export type AttachmentView = {
  id: AttachmentId;
  /** Path of the file field, or « answer » for a file of the service's answer. */
  fieldPath: string;
  origin: "device" | "wallet" | "answer";
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  scan: "pending" | "clean" | "infected";
  /** Part of something already submitted: removing it only leaves it out of the next revision. */
  isFrozen: boolean;
  addedAt: Date;
};

export type CorrectionView = {
  fieldPath: string;
  reason: CorrectionReason;
  comment: string;
};

/** Why the form is open: a first filing, a change of a waiting demande, or the correction of what the service named. */
export type DraftMode = "new" | "change" | "correction";

export type DemarcheFacts = {
  slug: string;
  title: string;
  access: AccessRule;
  serviceName: string;
};

/** What the five steps need, and nothing else. */
export type DraftView = {
  id: DemandeId;
  /** Null while it has never been submitted. */
  number: string | null;
  status: DemandeStatus;
  mode: DraftMode;
  demarche: DemarcheFacts;
  versionId: DemarcheVersionId;
  definition: DemarcheDefinition;
  context: FormContext;
  answers: Answers;
  startedAt: Date;
  /** To send back with each write: a stale tab is told. */
  edition: number;
  /** The revision being edited. */
  revision: number;
  /** Last step left. */
  step: StepSlug;
  savedAt: Date;
  /** When an abandoned draft is erased; null once submitted. */
  erasedOn: Date | null;
  /** Days that it lasts after its last change once it has files, where no account owns it. */
  daysWithFiles: number | null;
  belongsToAccount: boolean;
  attachments: readonly AttachmentView[];
  /** In mode « correction », the only paths that may differ; empty otherwise. */
  corrections: readonly CorrectionView[];
  /** In mode « correction », the paths that may change (those named, and what a corrected answer makes appear); null: all. */
  openPaths: readonly string[] | null;
  /** What was filed before this form was opened again; null for a first filing. */
  filed: Filed | null;
  statusReason: string | null;
  /** Of a first filing: why it would be refused today, whatever it holds; null when it would not. */
  unavailable: Unavailability | null;
  /** The services that receive it: one, or in a first filing those chosen (decision 033). */
  recipients: readonly string[];
  can: { submit: boolean; delete: boolean; useWallet: boolean };
};

export type DraftSummary = {
  id: DemandeId;
  /** Why it could not be filed today; null when it could. */
  unavailable: Unavailability | null;
  demarcheTitle: string;
  step: StepSlug;
  startedAt: Date;
  savedAt: Date;
  erasedOn: Date;
};

export type DraftOnDevice = {
  id: DemandeId;
  demarcheTitle: string;
  savedAt: Date;
  /** As typed so far; null before. */
  email: string | null;
  /** Until when a letter already sent opens it elsewhere; null: nothing else does. */
  linkUntil: Date | null;
};

/** How long this browser opens a demande without account: `keptUntil` a day, or null when it ends with the browser. */
export type DeviceAccess = { keptUntil: Date | null };

/** The address of a demande filed without account, as its applicant gave it. */
export type ContactView = { email: string; canCorrect: boolean };

/** A line of « Mes demandes » (F47, F48, F99). */
export type DemandeSummary = {
  id: DemandeId;
  number: string;
  demarcheTitle: string;
  status: DemandeStatus;
  /** The démarche's own label, or the portal's. */
  statusLabel: string;
  /** Null: for oneself. */
  beneficiaryName: string | null;
  submittedAt: Date;
  updatedAt: Date;
  /** Of a filing sent to several services: the one that has this demande; else null. */
  recipient: string | null;
  /** Something is expected from its owner. */
  needsAction: boolean;
};

/** `next`: cursor of the following page, opaque; null on the last one. */
export type Page<T> = { items: readonly T[]; next: string | null };

/** One demande as its reader may see it: owner, guest, agent of the service or administrator. */
export type DemandeView = {
  id: DemandeId;
  number: string;
  demarche: DemarcheFacts;
  service: {
    name: string;
    organisation: string;
    address: string;
    phone: string;
    email: string;
  };
  status: DemandeStatus;
  statusLabel: string;
  /** The sentence of meaning; says who cancelled (T6). */
  statusSentence: string;
  statusReason: string | null;
  applicantName: string | null;
  beneficiaryName: string | null;
  /** Of the last submitted revision. */
  definition: DemarcheDefinition;
  context: FormContext;
  answers: Answers;
  revision: number;
  /** Every file of the last submitted revision, infected and waiting ones included for the owner, clean ones alone for agents. */
  attachments: readonly AttachmentView[];
  /** Files of the service's answer. */
  answerFiles: readonly AttachmentView[];
  corrections: readonly CorrectionView[];
  /** What is promised and what the law decides, as of now; null once it is closed, and while something is missing. */
  delay: DelayToday | null;
  /** What its author promised on paper; null: nothing is awaited. */
  papers: PapersView | null;
  submittedAt: Date;
  dueAt: Date | null;
  closedAt: Date | null;
  /** Nothing personal is left of it since then (F7). */
  anonymisedAt: Date | null;
  updatedAt: Date;
  /** Give it back to the agent's commands: the second of two agents is told. */
  lockVersion: number;
  agentName: string | null;
  /** What its owner sent to other services in the same filing (decision 033); empty for anybody else. */
  together: readonly FiledTogether[];
  belongsToAccount: boolean;
  /** Filed without account by who asked for one (F33): whether its link left with the acknowledgement. */
  invitation: "sent" | "held" | null;
  /** A change begun and not submitted yet. */
  hasOpenRevision: boolean;
  can: {
    change: boolean;
    withdraw: boolean;
    /** Filed without account, by who reads it: an account may still take it (F95). */
    joinAccount: boolean;
    /** It joined an account, and its reader filed it without. */
    release: boolean;
    openPdf: boolean;
    readMessages: boolean;
    writeMessage: boolean;
    /** Agent of the service: may decide. */
    instruct: boolean;
    /** Where this reader may move it. */
    moves: readonly DemandeStatus[];
  };
};

/** Another demande of the same filing. */
export type FiledTogether = {
  number: string;
  serviceName: string;
  /** The démarche's own label, or the portal's. */
  statusLabel: string;
  /** What its service awaits on paper, as long as nothing happened to it since the filing. */
  papers: PapersView | null;
};

export type HistoryEntry = {
  at: Date;
  /** « Vous », « L’administration », or the agent's name when an agent reads. */
  by: string;
  /** Whether the reader is the agent who did it. */
  isReaders: boolean;
  /** « Demande annulée par vous », « Demande soumise »… */
  text: string;
  from: DemandeStatus;
  to: DemandeStatus;
  revision: number;
  reason: string | null;
};
