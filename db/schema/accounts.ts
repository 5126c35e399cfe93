import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
  type PgColumn,
} from "drizzle-orm/pg-core";
import type { AccountId, AgentId, ExportId, RecoveryId, SessionId, TokenId } from "@/lib/shared/ids";
import type { AccountKind, Civility, ContactChannel } from "@/lib/vocabulary/roles";
import type { TokenPurpose } from "@/lib/vocabulary/tokens";
import { id, instant } from "./columns";
import { agents } from "./staff";

/** `frozen`: two people say that it is theirs; closed to both until agents have seen who it belongs to (docs/decisions/024). */
export type AccountStatus = "invited" | "active" | "suspended" | "frozen" | "deleted";
/** T11: what an agent said of the account, where the town wants accounts validated. */
export type AccountValidation = "pending" | "validated" | "refused";

/** When an account was last used: never, since it was created. */
export const lastSeen = (t: { lastSeenAt: PgColumn; createdAt: PgColumn }) =>
  sql<Date>`coalesce(${t.lastSeenAt}, ${t.createdAt})`;

export const accounts = pgTable(
  "accounts",
  {
    id: id<AccountId>(),
    status: text("status").$type<AccountStatus>().notNull(),
    kind: text("kind").$type<AccountKind>().notNull().default("personal"),
    /** Normalised (trimmed, lower case); null once anonymised. */
    email: text("email"),
    username: text("username"),
    passwordHash: text("password_hash"),
    /** Raised when the browsers that signed in to the account must be strangers to it again (lib/proofs/known-devices.ts). */
    deviceEpoch: integer("device_epoch").notNull().default(0),
    civility: text("civility").$type<Civility>(),
    firstName: text("first_name"),
    lastName: text("last_name"),
    addressLine: text("address_line"),
    addressExtra: text("address_extra"),
    postalCode: text("postal_code"),
    commune: text("commune"),
    /** E.164. */
    phone: text("phone"),
    mobile: text("mobile"),
    preferredContact: text("preferred_contact").$type<ContactChannel>().notNull().default("email"),
    /** Which optional e-mails the person declined (F130): kinds of notification. */
    mutedNotifications: jsonb("muted_notifications").$type<readonly string[]>().notNull().default([]),
    /** Data key of the wallet, wrapped by the master key. No agent's code path loads it. */
    walletKey: text("wallet_key"),
    termsAcceptedAt: instant("terms_accepted_at"),
    /** T11, F44. Always `validated` where the town does not ask for it. */
    validation: text("validation").$type<AccountValidation>().notNull().default("validated"),
    validationReason: text("validation_reason"),
    /** T11: identity and address as the person wants them, until an agent accepts; null when nothing waits. */
    pendingProfile: jsonb("pending_profile").$type<Readonly<Record<string, string | null>>>(),
    /** Name, username and address folded (`fold` of lib/shared/text.ts): what agents search. */
    searchText: text("search_text").notNull().default(""),
    /** Idle account: how many of the two notices were sent (30 and 14 days before). */
    idleNotices: integer("idle_notices").notNull().default(0),
    suspendedAt: instant("suspended_at"),
    suspensionReason: text("suspension_reason"),
    frozenAt: instant("frozen_at"),
    /** The addresses of both parties, sealed: whoever says that the account is theirs is told what becomes of it. */
    frozenParties: text("frozen_parties"),
    /** The last time that agents opened a frozen account again. */
    reopenedAt: instant("reopened_at"),
    deletedAt: instant("deleted_at"),
    createdAt: instant("created_at").notNull(),
    activatedAt: instant("activated_at"),
    lastSeenAt: instant("last_seen_at"),
  },
  (t) => [
    index("accounts_search").using("gin", sql`${t.searchText} gin_trgm_ops`),
    index("accounts_recent")
      .on(t.createdAt, t.id)
      .where(sql`${t.status} <> 'deleted'`),
    index("accounts_to_validate")
      .on(t.createdAt, t.id)
      .where(sql`${t.validation} = 'pending' or ${t.pendingProfile} is not null`),
    index("accounts_suspended")
      .on(t.createdAt, t.id)
      .where(sql`${t.status} = 'suspended'`),
    index("accounts_frozen")
      .on(t.createdAt, t.id)
      .where(sql`${t.status} = 'frozen'`),
    index("accounts_invited")
      .on(t.createdAt, t.id)
      .where(sql`${t.status} = 'invited'`),
    index("accounts_deleted")
      .on(t.deletedAt, t.id)
      .where(sql`${t.status} = 'deleted'`),
    check("accounts_validation", sql`${t.validation} in ('pending', 'validated', 'refused')`),
    uniqueIndex("accounts_email").on(t.email),
    uniqueIndex("accounts_username").on(t.username),
    index("accounts_idle")
      .on(lastSeen(t), t.id)
      .where(sql`${t.status} = 'active'`),
    check("accounts_status", sql`${t.status} in ('invited', 'active', 'suspended', 'frozen', 'deleted')`),
  ],
);

export const accountSessions = pgTable(
  "account_sessions",
  {
    id: id<SessionId>(),
    accountId: uuid("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    idleExpiresAt: instant("idle_expires_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    device: text("device").notNull(),
    /** Token of the identity provider that opened it, sealed: what ends the session there too. */
    providerToken: text("provider_token"),
  },
  (t) => [index("account_sessions_account").on(t.accountId), index("account_sessions_idle").on(t.idleExpiresAt)],
);

/** Single-use links: 256 bits, stored hashed, bound to a purpose; a newer one voids the older. */
export const accountTokens = pgTable(
  "account_tokens",
  {
    id: id<TokenId>(),
    accountId: uuid("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    purpose: text("purpose").$type<TokenPurpose>().notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    /** New address of an e-mail change, or where to go on afterwards; sealed. */
    payload: text("payload"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    consumedAt: instant("consumed_at"),
  },
  (t) => [index("account_tokens_account").on(t.accountId, t.purpose), index("account_tokens_expires").on(t.expiresAt)],
);

/** Identities of a provider (FranceConnect) linked to an account. The provider's identifier is kept as its SHA-256. */
export const accountIdentities = pgTable(
  "account_identities",
  {
    provider: text("provider").notNull(),
    subjectHash: text("subject_hash").notNull(),
    accountId: uuid("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    linkedAt: instant("linked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.subjectHash] }),
    uniqueIndex("account_identities_account").on(t.accountId, t.provider),
  ],
);

export type ExportState = "waiting" | "running" | "ready" | "failed";

/** Copies of one's data (RGPD, art. 15 and 20), made by a job, sealed, erased a week later. */
export const accountExports = pgTable(
  "account_exports",
  {
    id: id<ExportId>(),
    accountId: uuid("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    state: text("state").$type<ExportState>().notNull(),
    /** Parts written, and parts there are: the progress shown. */
    partsDone: integer("parts_done").notNull().default(0),
    partsTotal: integer("parts_total").notNull().default(0),
    /** Data key of the archive, wrapped by the master key. */
    fileKey: text("file_key").notNull(),
    storageKey: text("storage_key").unique(),
    /** Bytes. */
    size: bigint("size", { mode: "number" }),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
    expiresAt: instant("expires_at").notNull(),
    /** The only session that may take it: the one that asked, or the last that recalled the password since. */
    openedTo: uuid("opened_to").$type<SessionId>(),
  },
  (t) => [
    index("account_exports_account").on(t.accountId, t.createdAt, t.id),
    index("account_exports_unfinished")
      .on(t.createdAt, t.id)
      .where(sql`${t.state} in ('waiting', 'running')`),
    index("account_exports_expires").on(t.expiresAt),
    check("account_exports_state", sql`${t.state} in ('waiting', 'running', 'ready', 'failed')`),
  ],
);

/**
 * `lost`: the person reads the old address no more. `held`: somebody else reads it. `reopening`: the account was frozen, and keeps the
 * address that it has.
 */
export type RecoveryKind = "lost" | "held" | "reopening";
/** `waiting`: decided, and not yet in effect. `lapsed`: nobody decided in time. */
export type RecoveryState = "asked" | "waiting" | "confirmed" | "refused" | "stopped" | "undone" | "lapsed";

/** F68: whose account it is. One agent notes the proof, another decides; until then, and for a while after, a lost address may object. */
export const accountRecoveries = pgTable(
  "account_recoveries",
  {
    id: id<RecoveryId>(),
    accountId: uuid("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    kind: text("kind").$type<RecoveryKind>().notNull().default("lost"),
    state: text("state").$type<RecoveryState>().notNull(),
    /** New address, sealed. */
    newEmail: text("new_email").notNull(),
    /** What the agent saw that proves the person, sealed. */
    proof: text("proof").notNull(),
    askedBy: uuid("asked_by")
      .$type<AgentId>()
      .notNull()
      .references(() => agents.id),
    askedAt: instant("asked_at").notNull(),
    decidedBy: uuid("decided_by")
      .$type<AgentId>()
      .references(() => agents.id),
    decidedAt: instant("decided_at"),
    /** When what was decided takes effect, where it waits. */
    effectiveAt: instant("effective_at"),
    /** When the old address objected, after the decision. */
    undoneAt: instant("undone_at"),
  },
  (t) => [
    uniqueIndex("account_recoveries_open")
      .on(t.accountId)
      .where(sql`${t.state} in ('asked', 'waiting')`),
    index("account_recoveries_account").on(t.accountId),
    index("account_recoveries_asked").on(t.askedAt),
    index("account_recoveries_state").on(t.state, t.askedAt),
    check("account_recoveries_kind", sql`${t.kind} in ('lost', 'held', 'reopening')`),
    check(
      "account_recoveries_state",
      sql`${t.state} in ('asked', 'waiting', 'confirmed', 'refused', 'stopped', 'undone', 'lapsed')`,
    ),
  ],
);
