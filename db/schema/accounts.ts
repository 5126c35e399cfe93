import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { AccountId, SessionId, TokenId } from "@/lib/shared/ids";
import type { AccountKind, Civility, ContactChannel } from "@/lib/vocabulary/roles";
import type { TokenPurpose } from "@/lib/vocabulary/tokens";
import { id, instant } from "./columns";

export type AccountStatus = "invited" | "active" | "suspended" | "deleted";

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
    createdAt: instant("created_at").notNull(),
    activatedAt: instant("activated_at"),
    lastSeenAt: instant("last_seen_at"),
  },
  (t) => [
    uniqueIndex("accounts_email").on(t.email),
    uniqueIndex("accounts_username").on(t.username),
    index("accounts_last_seen").on(t.lastSeenAt),
    check("accounts_status", sql`${t.status} in ('invited', 'active', 'suspended', 'deleted')`),
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
  },
  (t) => [index("account_sessions_account").on(t.accountId), index("account_sessions_expires").on(t.expiresAt)],
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
