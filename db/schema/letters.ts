import { index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { DemarcheId } from "@/lib/shared/ids";
import { instant } from "./columns";
import { demarches } from "./demarches";

/**
 * What the town says in its own words, of one kind of letter: everywhere, or for one démarche. What is empty says what the portal
 * says. No personal datum: the variables are filled in when a letter is put into words.
 */
export const letterWordings = pgTable(
  "letter_wordings",
  {
    kind: text("kind").notNull(),
    language: text("language").notNull(),
    /** Null: for every démarche. */
    demarcheId: uuid("demarche_id")
      .$type<DemarcheId>()
      .references(() => demarches.id),
    title: text("title").notNull(),
    opening: text("opening").notNull(),
    ending: text("ending").notNull(),
    signature: text("signature").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    unique("letter_wordings_once").on(t.kind, t.language, t.demarcheId).nullsNotDistinct(),
    index("letter_wordings_demarche").on(t.demarcheId),
  ],
);
