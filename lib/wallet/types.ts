import type { RelationId, WalletDocumentId, WalletFileId } from "@/lib/shared/ids";
import type { DocumentType } from "@/lib/vocabulary/documents";

export type WalletFileView = {
  id: WalletFileId;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
};

/** A piece of the porte-documents with its one to four files; none yet while its first file is being added. */
export type WalletDocumentView = {
  id: WalletDocumentId;
  type: DocumentType;
  title: string;
  /** The person of the account it is about; null: the owner. */
  relationId: RelationId | null;
  relationName: string | null;
  /** « 2027-03-28 », last day included; null: unlimited. */
  validUntil: string | null;
  isExpired: boolean;
  files: readonly WalletFileView[];
  updatedAt: Date;
};

/** How much of the wallet is used, in bytes. */
export type WalletUse = { used: number; limit: number };
