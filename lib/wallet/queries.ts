import type { Readable } from "node:stream";
import { and, asc, desc, eq, inArray, type SQL } from "drizzle-orm";
import { relations } from "@/db/schema/relations";
import { walletDocuments, walletFiles } from "@/db/schema/wallet";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { fileLimits } from "@/lib/files/rules";
import { openSealed } from "@/lib/files/storing/vault";
import { isoDay } from "@/lib/shared/dates";
import type { AccountId, RelationId, WalletDocumentId, WalletFileId } from "@/lib/shared/ids";
import { fullName } from "@/lib/shared/text";
import { walletKeyOf } from "./steps/wallet-key";
import { bytesUsed } from "./steps/lock-wallet";
import type { WalletDocumentView, WalletUse } from "./types";

/** Every piece of the actor's own porte-documents, newest first. */
export async function listWalletDocuments(actor: Citizen): Promise<WalletDocumentView[]> {
  return select(eq(walletDocuments.accountId, actor.accountId));
}

/** One piece; throws NotFound when it is absent or somebody else's. */
export async function getWalletDocument(actor: Citizen, documentId: WalletDocumentId): Promise<WalletDocumentView> {
  const [found] = await select(and(eq(walletDocuments.accountId, actor.accountId), eq(walletDocuments.id, documentId)));
  if (!found) throw new NotFound();
  return found;
}

/** How many pieces an account has: they go with it. */
export async function countWalletDocuments(accountId: AccountId): Promise<number> {
  return database().$count(walletDocuments, eq(walletDocuments.accountId, accountId));
}

/** How much of the 200 Mo is used. */
export async function getWalletUse(actor: Citizen): Promise<WalletUse> {
  return { used: await bytesUsed(database(), actor.accountId), limit: fileLimits.walletBytes };
}

/** The bytes of one file, opened with the owner's key. Throws NotFound. The stream fails when the bytes were altered. */
export async function openWalletFile(
  actor: Citizen,
  fileId: WalletFileId,
): Promise<{ name: string; mediaType: string; size: number; body: Readable }> {
  const [file] = await database()
    .select({
      name: walletFiles.name,
      mediaType: walletFiles.mediaType,
      size: walletFiles.size,
      storageKey: walletFiles.storageKey,
    })
    .from(walletFiles)
    .innerJoin(walletDocuments, eq(walletDocuments.id, walletFiles.documentId))
    .where(and(eq(walletFiles.id, fileId), eq(walletDocuments.accountId, actor.accountId)))
    .limit(1);
  if (!file) throw new NotFound();
  const { storageKey, ...facts } = file;
  return { ...facts, body: await openSealed(await walletKeyOf(actor), storageKey) };
}

async function select(where: SQL | undefined): Promise<WalletDocumentView[]> {
  const documents = await database()
    .select({
      id: walletDocuments.id,
      type: walletDocuments.type,
      title: walletDocuments.title,
      relationId: walletDocuments.relationId,
      firstName: relations.firstName,
      lastName: relations.lastName,
      legalName: relations.legalName,
      validUntil: walletDocuments.validUntil,
      updatedAt: walletDocuments.updatedAt,
    })
    .from(walletDocuments)
    .leftJoin(relations, eq(relations.id, walletDocuments.relationId))
    .where(where)
    .orderBy(desc(walletDocuments.createdAt), desc(walletDocuments.id));
  const files = await filesOf(documents.map(({ id }) => id));
  const today = isoDay(clock.now());
  return documents.map(({ firstName, lastName, legalName, ...document }) => ({
    ...document,
    relationName: nameOf(document.relationId, legalName ?? fullName({ firstName, lastName })),
    isExpired: document.validUntil !== null && document.validUntil < today,
    files: files.get(document.id) ?? [],
  }));
}

async function filesOf(documentIds: readonly WalletDocumentId[]) {
  const byDocument = new Map<WalletDocumentId, WalletDocumentView["files"][number][]>();
  if (documentIds.length === 0) return byDocument;
  const rows = await database()
    .select({
      documentId: walletFiles.documentId,
      id: walletFiles.id,
      name: walletFiles.name,
      mediaType: walletFiles.mediaType,
      size: walletFiles.size,
    })
    .from(walletFiles)
    .where(inArray(walletFiles.documentId, [...documentIds]))
    .orderBy(asc(walletFiles.position));
  for (const { documentId, ...file } of rows) byDocument.set(documentId, [...(byDocument.get(documentId) ?? []), file]);
  return byDocument;
}

function nameOf(relationId: RelationId | null, name: string): string | null {
  return relationId ? name : null;
}
