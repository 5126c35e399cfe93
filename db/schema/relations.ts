import { date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { AccountId, RelationId } from "@/lib/shared/ids";
import type { Civility, RelationKind, RelationRole } from "@/lib/vocabulary/roles";
import { accounts } from "./accounts";
import { id, instant } from "./columns";

/** Edge from an account to a person or an organisation it acts for (F119, F120). */
export const relations = pgTable(
  "relations",
  {
    id: id<RelationId>(),
    accountId: uuid("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    kind: text("kind").$type<RelationKind>().notNull(),
    role: text("role").$type<RelationRole>().notNull(),
    civility: text("civility").$type<Civility>(),
    firstName: text("first_name"),
    lastName: text("last_name"),
    birthDate: date("birth_date", { mode: "string" }),
    birthPlace: text("birth_place"),
    /** Legal persons. */
    legalName: text("legal_name"),
    siret: text("siret"),
    rna: text("rna"),
    email: text("email"),
    phone: text("phone"),
    addressLine: text("address_line"),
    addressExtra: text("address_extra"),
    postalCode: text("postal_code"),
    commune: text("commune"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("relations_account").on(t.accountId)],
);
