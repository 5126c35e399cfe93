import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  AccountId,
  AgentId,
  AttachmentId,
  DemandeId,
  DemarcheId,
  DemarcheVersionId,
  GuestHash,
  RelationId,
  ServiceId,
  TokenId,
} from "@/lib/shared/ids";
import { demandeStatuses, waitingStatuses, type DemandeStatus } from "@/lib/vocabulary/demande-status";
import type { CorrectionReason } from "@/lib/vocabulary/documents";
import { accounts } from "./accounts";
import { id, instant, isAmong } from "./columns";
import { demarcheVersions, demarches } from "./demarches";
import { agents } from "./staff";
import { services } from "./organisation";
import { relations } from "./relations";

/** What one person files for a démarche. A draft is a demande whose status is `draft`. */
export const demandes = pgTable(
  "demandes",
  {
    id: id<DemandeId>(),
    /** Given at submission, e.g. 2026-7K3Q-9XM4; null while a draft. */
    number: text("number").unique(),
    demarcheId: uuid("demarche_id")
      .$type<DemarcheId>()
      .notNull()
      .references(() => demarches.id),
    versionId: uuid("version_id")
      .$type<DemarcheVersionId>()
      .notNull()
      .references(() => demarcheVersions.id),
    serviceId: uuid("service_id")
      .$type<ServiceId>()
      .notNull()
      .references(() => services.id),
    status: text("status").$type<DemandeStatus>().notNull(),
    /** Null for a person without account. */
    accountId: uuid("account_id")
      .$type<AccountId>()
      .references(() => accounts.id),
    /** The member of the household, or the association, it is filed for (F26, F48); null for oneself. */
    relationId: uuid("relation_id")
      .$type<RelationId>()
      .references(() => relations.id, { onDelete: "set null" }),
    /** Names shown in lists, copied at submission: they survive the removal of the relation. */
    applicantName: text("applicant_name"),
    beneficiaryName: text("beneficiary_name"),
    /** Both names folded (`fold` of lib/shared/text.ts), written at submission: what agents search. */
    searchName: text("search_name").notNull().default(""),
    /** SHA-256 of the applicant's normalised address: what /suivi compares. */
    contactHash: text("contact_hash"),
    /** Agent who took charge. */
    agentId: uuid("agent_id")
      .$type<AgentId>()
      .references(() => agents.id),
    /** Number of the last submitted revision; 0 while a draft. */
    revision: integer("revision").notNull().default(0),
    /** Last step left by the person, to take the draft up again. */
    step: text("step").notNull().default("demarche"),
    /** Grows at each write that moves the state: two agents at once, the second is told. */
    lockVersion: integer("lock_version").notNull().default(0),
    /** Data key of its files, wrapped by the master key. */
    fileKey: text("file_key").notNull(),
    statusReason: text("status_reason"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    submittedAt: instant("submitted_at"),
    dueAt: instant("due_at"),
    closedAt: instant("closed_at"),
    /** When it joined an account after having been filed without: the links of its letters still let its applicant follow it. */
    claimedAt: instant("claimed_at"),
    /** When the applicant put right the address they had given: once. */
    contactCorrectedAt: instant("contact_corrected_at"),
    /** When the link of an account left with it, for who filed it without and asked for one (F33); null: none left. */
    invitedAt: instant("invited_at"),
    anonymisedAt: instant("anonymised_at"),
    /** What one filing sent to several services has in common (decision 033); null when it was sent to one, and once anonymised. */
    filingId: uuid("filing_id"),
  },
  (t) => [
    index("demandes_account").on(t.accountId, t.updatedAt, t.id),
    index("demandes_queue").on(t.serviceId, t.status, t.submittedAt, t.id),
    index("demandes_queue_demarche").on(t.demarcheId, t.status, t.submittedAt, t.id),
    index("demandes_queue_agent").on(t.agentId, t.status, t.submittedAt, t.id),
    index("demandes_due").on(t.serviceId, t.dueAt, t.id).where(isAmong(t.status, waitingStatuses)),
    index("demandes_search_name").using("gin", sql`${t.searchName} gin_trgm_ops`),
    index("demandes_recent")
      .on(t.submittedAt, t.id)
      .where(sql`${t.status} <> 'draft'`),
    index("demandes_drafts")
      .on(t.updatedAt, t.id)
      .where(sql`${t.status} = 'draft'`),
    index("demandes_guest_drafts")
      .on(t.updatedAt, t.id)
      .where(sql`${t.status} = 'draft' and ${t.accountId} is null`),
    index("demandes_finished")
      .on(t.versionId, t.closedAt, t.id)
      .where(sql`${t.closedAt} is not null and ${t.anonymisedAt} is null`),
    index("demandes_anonymised")
      .on(t.anonymisedAt, t.id)
      .where(sql`${t.anonymisedAt} is not null`),
    /** What was filed without account at an address: offered to the account that proves it. */
    index("demandes_contact")
      .on(t.contactHash, t.submittedAt, t.id)
      .where(sql`${t.accountId} is null and ${t.contactHash} is not null`),
    index("demandes_relation").on(t.relationId),
    index("demandes_filing")
      .on(t.filingId)
      .where(sql`${t.filingId} is not null`),
    index("demandes_demarche").on(t.demarcheId, t.accountId),
    check("demandes_status", isAmong(t.status, demandeStatuses)),
    check("demandes_number", sql`(${t.status} = 'draft') = (${t.number} is null)`),
  ],
);

/** Answers as they stood at each submission; the open one (`submittedAt` null) is what autosave edits. */
export const demandeRevisions = pgTable(
  "demande_revisions",
  {
    demandeId: uuid("demande_id")
      .$type<DemandeId>()
      .notNull()
      .references(() => demandes.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    answers: jsonb("answers").$type<Record<string, unknown>>().notNull().default({}),
    /** Grows at each autosave, so that a stale tab is told. */
    edition: integer("edition").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    submittedAt: instant("submitted_at"),
  },
  (t) => [primaryKey({ columns: [t.demandeId, t.number] })],
);

/** The key of a browser without account: when it stops opening anything, whatever the browser keeps. */
export const guestKeys = pgTable(
  "guest_keys",
  {
    /** SHA-256 of what the browser keeps. */
    hash: text("hash").$type<GuestHash>().primaryKey(),
    /** « Cet appareil est à moi »: no idle end, and the browser keeps it when it closes. */
    isKept: boolean("is_kept").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    /** Never after `expiresAt`. */
    idleExpiresAt: instant("idle_expires_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("guest_keys_idle").on(t.idleExpiresAt)],
);

/** What each guest key opens: the draft's first device, then each follow-up link opened. */
export const demandeGuests = pgTable(
  "demande_guests",
  {
    demandeId: uuid("demande_id")
      .$type<DemandeId>()
      .notNull()
      .references(() => demandes.id, { onDelete: "cascade" }),
    guestHash: text("guest_hash").$type<GuestHash>().notNull(),
    /** Opened by the link of a letter: whoever did reads the mail of the applicant. */
    byLink: boolean("by_link").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.demandeId, t.guestHash] }),
    index("demande_guests_hash").on(t.guestHash),
    index("demande_guests_end").on(t.expiresAt),
  ],
);

/** Links of follow-up e-mails (F93): hashed; GET shows, POST opens. */
export const demandeTokens = pgTable(
  "demande_tokens",
  {
    id: id<TokenId>(),
    demandeId: uuid("demande_id")
      .$type<DemandeId>()
      .notNull()
      .references(() => demandes.id, { onDelete: "cascade" }),
    purpose: text("purpose").$type<"follow_up" | "robot_code">().notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    consumedAt: instant("consumed_at"),
  },
  (t) => [index("demande_tokens_demande").on(t.demandeId, t.purpose), index("demande_tokens_expires").on(t.expiresAt)],
);

export type HistoryActor = "citizen" | "agent" | "system";

/** Every transition: who, when, from, to, why. What the citizen reads under « Historique » (F102). */
export const demandeEvents = pgTable(
  "demande_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    demandeId: uuid("demande_id")
      .$type<DemandeId>()
      .notNull()
      .references(() => demandes.id, { onDelete: "cascade" }),
    at: instant("at").notNull(),
    actor: text("actor").$type<HistoryActor>().notNull(),
    agentId: uuid("agent_id")
      .$type<AgentId>()
      .references(() => agents.id),
    fromStatus: text("from_status").$type<DemandeStatus>().notNull(),
    toStatus: text("to_status").$type<DemandeStatus>().notNull(),
    revision: integer("revision").notNull(),
    reason: text("reason"),
  },
  (t) => [index("demande_events_demande").on(t.demandeId, t.id)],
);

/** What `incomplete` asks: one row a field or a document, corrected only there (X4). */
export const correctionItems = pgTable(
  "correction_items",
  {
    demandeId: uuid("demande_id")
      .$type<DemandeId>()
      .notNull()
      .references(() => demandes.id, { onDelete: "cascade" }),
    /** The revision found wanting. */
    revision: integer("revision").notNull(),
    /** Path of the field or of the document: « section.field ». */
    fieldPath: text("field_path").notNull(),
    reason: text("reason").$type<CorrectionReason>().notNull(),
    comment: text("comment").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.demandeId, t.revision, t.fieldPath] })],
);

export type AttachmentOrigin = "device" | "wallet" | "answer";
export type ScanState = "pending" | "clean" | "infected";

/** Files of a demande, sealed under its key. Frozen once their revision is submitted (T7). Answers of the service are here too. */
export const attachments = pgTable(
  "attachments",
  {
    id: id<AttachmentId>(),
    demandeId: uuid("demande_id")
      .$type<DemandeId>()
      .notNull()
      .references(() => demandes.id, { onDelete: "cascade" }),
    /** Path of the file field; « answer » for a file of the service's answer. */
    fieldPath: text("field_path").notNull(),
    origin: text("origin").$type<AttachmentOrigin>().notNull(),
    addedIn: integer("added_in").notNull(),
    removedIn: integer("removed_in"),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    /** Shared by the demandes of one filing (decision 033). */
    storageKey: text("storage_key").notNull(),
    scan: text("scan").$type<ScanState>().notNull(),
    isFrozen: boolean("is_frozen").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("attachments_demande").on(t.demandeId, t.fieldPath, t.position),
    uniqueIndex("attachments_storage").on(t.storageKey, t.demandeId),
    index("attachments_pending")
      .on(t.createdAt, t.id)
      .where(sql`${t.scan} = 'pending'`),
  ],
);
