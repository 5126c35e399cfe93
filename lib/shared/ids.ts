import { v7 } from "uuid";

declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

export type OrganisationId = Branded<"organisation">;
export type ServiceId = Branded<"service">;
export type AgentId = Branded<"agent">;
export type AccountId = Branded<"account">;
export type SessionId = Branded<"session">;
export type TokenId = Branded<"token">;
export type RelationId = Branded<"relation">;
export type WalletDocumentId = Branded<"wallet_document">;
export type WalletFileId = Branded<"wallet_file">;
export type ThemeId = Branded<"theme">;
export type DemarcheId = Branded<"demarche">;
export type DemarcheVersionId = Branded<"demarche_version">;
export type DemandeId = Branded<"demande">;
export type AttachmentId = Branded<"attachment">;
export type MessageId = Branded<"message">;
export type NotificationId = Branded<"notification">;
export type MailId = Branded<"mail">;
export type ExportId = Branded<"export">;
export type RecoveryId = Branded<"recovery">;
/** SHA-256, in hexadecimal, of the guest key that a visitor without account keeps in a cookie. */
export type GuestHash = Branded<"guest_hash">;

/** A new identifier, UUID version 7 (RFC 9562): ordered in time, so that indexes stay compact. */
export function newId<T extends string>(): T {
  return v7() as T;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether a text from outside has the form of an identifier; nothing says that the thing exists. */
export function isId(text: string): boolean {
  return uuidPattern.test(text);
}
