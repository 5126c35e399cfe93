import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { AccountId, RelationId, WalletDocumentId, WalletFileId } from "@/lib/shared/ids";
import type { DocumentType } from "@/lib/vocabulary/documents";
import { accounts } from "./accounts";
import { id, instant } from "./columns";
import { relations } from "./relations";

/** A piece of the porte-documents, readable by its owner only (T7, F136). */
export const walletDocuments = pgTable(
  "wallet_documents",
  {
    id: id<WalletDocumentId>(),
    accountId: uuid("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    relationId: uuid("relation_id")
      .$type<RelationId>()
      .references(() => relations.id, { onDelete: "set null" }),
    type: text("type").$type<DocumentType>().notNull(),
    title: text("title").notNull(),
    validUntil: date("valid_until", { mode: "string" }),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    index("wallet_documents_account").on(t.accountId, t.createdAt, t.id),
    index("wallet_documents_relation")
      .on(t.relationId)
      .where(sql`${t.relationId} is not null`),
  ],
);

/** One to four files a piece (F111). `storageKey` names the sealed bytes in the storage port. */
export const walletFiles = pgTable(
  "wallet_files",
  {
    id: id<WalletFileId>(),
    documentId: uuid("document_id")
      .$type<WalletDocumentId>()
      .notNull()
      .references(() => walletDocuments.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    /** Bytes, before sealing. */
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    storageKey: text("storage_key").notNull().unique(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("wallet_files_document").on(t.documentId, t.position)],
);
