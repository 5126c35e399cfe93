import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { DemarcheId, DemarcheVersionId, ServiceId, ThemeId } from "@/lib/shared/ids";
import { id, instant } from "./columns";
import { services } from "./organisation";

export const themes = pgTable("themes", {
  id: id<ThemeId>(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  description: text("description").notNull(),
  /** Name of an icon of the set (components/ui/icon.tsx). */
  icon: text("icon").notNull(),
  position: integer("position").notNull(),
});

export type AccessRule = "free" | "account";

/** What the town offers. Its form, pieces and legal notice belong to a version. */
export const demarches = pgTable(
  "demarches",
  {
    id: id<DemarcheId>(),
    slug: text("slug").notNull().unique(),
    themeId: uuid("theme_id")
      .$type<ThemeId>()
      .notNull()
      .references(() => themes.id),
    serviceId: uuid("service_id")
      .$type<ServiceId>()
      .notNull()
      .references(() => services.id),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    keywords: text("keywords").notNull().default(""),
    access: text("access").$type<AccessRule>().notNull(),
    isFeatured: boolean("is_featured").notNull().default(false),
    /** Days of the year, when it is open each year; computed when read (`lib/demarches/status.ts`). */
    season: jsonb("season").$type<{ opens: string; closes: string }>(),
    /** Open once, between two dates. */
    opensOn: date("opens_on", { mode: "string" }),
    closesOn: date("closes_on", { mode: "string" }),
    quota: integer("quota"),
    quotaPerPerson: integer("quota_per_person"),
    /** Submissions counted against the quota; moved only where a quota is set. */
    quotaUsed: integer("quota_used").notNull().default(0),
    isPublished: boolean("is_published").notNull().default(false),
    position: integer("position").notNull().default(0),
    /** Title, summary and keywords, lower case and without accents (`lib/shared/text.ts`): what the search reads. */
    searchText: text("search_text").notNull().default(""),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    index("demarches_theme").on(t.themeId, t.position),
    index("demarches_service").on(t.serviceId),
    index("demarches_search_words").using("gin", sql`to_tsvector('french'::regconfig, ${t.searchText})`),
    index("demarches_search_trgm").using("gin", sql`${t.searchText} gin_trgm_ops`),
  ],
);

/** A published version never changes; a draft may stand beside it; a demande keeps the version it was started with (X8). */
export const demarcheVersions = pgTable(
  "demarche_versions",
  {
    id: id<DemarcheVersionId>(),
    demarcheId: uuid("demarche_id")
      .$type<DemarcheId>()
      .notNull()
      .references(() => demarches.id),
    /** From 1; 0 is that of the draft, one a démarche. */
    number: integer("number").notNull(),
    /** With its format; read through `lib/demarches/formats/read-stored.ts` alone, save what SQL reads of it (`formats.test.ts`). */
    definition: jsonb("definition").$type<unknown>().notNull(),
    /** Null: a draft, which is never served to citizens. */
    publishedAt: instant("published_at"),
    /** How many times a draft was saved: who saves another one is told. */
    edition: integer("edition").notNull().default(0),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("demarche_versions_number").on(t.demarcheId, t.number),
    check("demarche_versions_draft", sql`(${t.number} = 0) = (${t.publishedAt} is null)`),
  ],
);
