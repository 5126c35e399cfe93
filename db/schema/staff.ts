import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { AgentId, OrganisationId, ServiceId, SessionId, TokenId } from "@/lib/shared/ids";
import type { AgentRole } from "@/lib/vocabulary/roles";
import { id, instant } from "./columns";
import { organisations, services } from "./organisation";

export const agents = pgTable(
  "agents",
  {
    id: id<AgentId>(),
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    role: text("role").$type<AgentRole>().notNull(),
    /** Whose administrator: null for the portal's, and for an agent, who is of their services (decision 047). */
    organisationId: uuid("organisation_id")
      .$type<OrganisationId>()
      .references(() => organisations.id),
    /** Empty until the agent has chosen one: nothing typed matches it. */
    passwordHash: text("password_hash").notNull(),
    /** Raised when the browsers that signed in as this agent must be strangers again (lib/proofs/known-devices.ts). */
    deviceEpoch: integer("device_epoch").notNull().default(0),
    /** TOTP secret (RFC 6238), sealed with the master key. */
    totpSecret: text("totp_secret").notNull(),
    /** Last TOTP counter accepted: a code serves once. */
    totpLastStep: text("totp_last_step"),
    /** False while the invitation waits (`activatedAt` null) and once removed (`removedAt`). */
    isActive: boolean("is_active").notNull().default(true),
    createdAt: instant("created_at").notNull(),
    activatedAt: instant("activated_at"),
    removedAt: instant("removed_at"),
    lastSeenAt: instant("last_seen_at"),
  },
  (t) => [
    index("agents_organisation")
      .on(t.organisationId)
      .where(sql`${t.organisationId} is not null`),
    check("agents_organisation_of_admins", sql`${t.organisationId} is null or ${t.role} = 'admin'`),
  ],
);

/** What a link sets up: an invitation a password and a second factor, the other a second factor alone. */
export type AgentSetupPurpose = "agent_invitation" | "agent_second_factor";
/** The last one sets up nothing: it makes a browser known (docs/decisions/029). */
export type AgentTokenPurpose = AgentSetupPurpose | "agent_browser";

/** Invitations, new second factors, browsers to recognise: 256 bits, stored hashed, one use; a newer one voids the older. */
export const agentTokens = pgTable(
  "agent_tokens",
  {
    id: id<TokenId>(),
    agentId: uuid("agent_id")
      .$type<AgentId>()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    purpose: text("purpose").$type<AgentTokenPurpose>().notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    consumedAt: instant("consumed_at"),
  },
  (t) => [index("agent_tokens_agent").on(t.agentId, t.purpose), index("agent_tokens_expires").on(t.expiresAt)],
);

/**
 * Who gave an agent access, and when: an invitation, a link sent again, a new second factor, an access given back. For a while
 * neither judges beside the other (docs/decisions/024).
 */
export const agentAccesses = pgTable(
  "agent_accesses",
  {
    agentId: uuid("agent_id")
      .$type<AgentId>()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    givenBy: uuid("given_by")
      .$type<AgentId>()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    givenAt: instant("given_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agentId, t.givenAt, t.givenBy] }),
    index("agent_accesses_given_by").on(t.givenBy),
    index("agent_accesses_given_at").on(t.givenAt),
  ],
);

/** Codes for the day when the telephone is lost: ten, hashed, each serves once in place of the six digits. */
export const agentRecoveryCodes = pgTable(
  "agent_recovery_codes",
  {
    agentId: uuid("agent_id")
      .$type<AgentId>()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    codeHash: text("code_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.codeHash] })],
);

export const agentServices = pgTable(
  "agent_services",
  {
    agentId: uuid("agent_id")
      .$type<AgentId>()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    serviceId: uuid("service_id")
      .$type<ServiceId>()
      .notNull()
      .references(() => services.id),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.serviceId] }), index("agent_services_service").on(t.serviceId)],
);

/** Sessions of agents. The cookie holds 32 random bytes, the table their SHA-256. */
export const agentSessions = pgTable(
  "agent_sessions",
  {
    id: id<SessionId>(),
    agentId: uuid("agent_id")
      .$type<AgentId>()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull().unique(),
    /** False between the password and the six-digit code: opens nothing but the second step. */
    hasSecondFactor: boolean("has_second_factor").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    idleExpiresAt: instant("idle_expires_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    device: text("device").notNull(),
  },
  (t) => [index("agent_sessions_agent").on(t.agentId), index("agent_sessions_idle").on(t.idleExpiresAt)],
);
