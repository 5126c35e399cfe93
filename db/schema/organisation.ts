import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uuid, type AnyPgColumn } from "drizzle-orm/pg-core";
import type { OrganisationId, ServiceId } from "@/lib/shared/ids";
import { id, instant } from "./columns";

/** Ville, métropole, CCAS: the bodies behind the portal (F2), as the footer, the legal notice and the récépissés name them. */
export const organisations = pgTable("organisations", {
  id: id<OrganisationId>(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  /** What it deals with, in a few words. */
  role: text("role").notNull().default(""),
  /** Empty where it has none. */
  website: text("website").notNull().default(""),
  createdAt: instant("created_at").notNull(),
  closedAt: instant("closed_at"),
});

export const services = pgTable(
  "services",
  {
    id: id<ServiceId>(),
    organisationId: uuid("organisation_id")
      .$type<OrganisationId>()
      .notNull()
      .references(() => organisations.id),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    /** Printed on the récépissé (CRPA, art. R. 112-5). */
    address: text("address").notNull(),
    phone: text("phone").notNull(),
    email: text("email").notNull(),
    /** When it answers; empty where it is not said. */
    hours: text("hours").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    /** Closed, it receives nothing more; what it did keeps its name. */
    closedAt: instant("closed_at"),
    /** Who took over what waited there, and whose agents read what it had answered (decision 041); never one that is closed itself. */
    heirId: uuid("heir_id")
      .$type<ServiceId>()
      .references((): AnyPgColumn => services.id),
  },
  (t) => [
    index("services_organisation").on(t.organisationId),
    index("services_heir")
      .on(t.heirId)
      .where(sql`${t.heirId} is not null`),
  ],
);

/** One row: what the town decided (name, colours, contact, rules). Read through `getPortal()`. */
export const portalSettings = pgTable("portal_settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
