import { and, eq } from "drizzle-orm";
import { relations } from "@/db/schema/relations";
import { walletDocuments, walletFiles } from "@/db/schema/wallet";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { forgetBlobs } from "@/lib/files/storing/vault";
import { isoDay } from "@/lib/shared/dates";
import { newId, type RelationId, type WalletDocumentId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { documentTypeLabels } from "@/lib/vocabulary/documents";
import { lockWallet, ownDocument } from "../steps/lock-wallet";
import type { AddWalletDocument, ChangeWalletDocument, OnlyWalletDocument } from "../schema";
import { lastDay } from "../rules/validity";

const mostDocuments = 200;

type Kept = { documentId: WalletDocumentId };

/** Adds a piece to the porte-documents (F82, F111); its files follow by the upload. Refuses beyond two hundred pieces. */
export async function addWalletDocument(actor: Citizen, input: AddWalletDocument): Promise<Result<Kept, "too_many">> {
  return transact(actor, async ({ tx, record }) => {
    await lockWallet(tx, actor);
    const mine = eq(walletDocuments.accountId, actor.accountId);
    const present = await tx.select({ id: walletDocuments.id }).from(walletDocuments).where(mine).limit(mostDocuments);
    if (present.length >= mostDocuments) return refuse("too_many");

    const documentId = newId<WalletDocumentId>();
    const now = clock.now();
    await tx.insert(walletDocuments).values({
      id: documentId,
      accountId: actor.accountId,
      ...(await columnsOf(tx, actor, input)),
      createdAt: now,
      updatedAt: now,
    });
    await record("wallet_document.added", documentId, { type: input.type });
    return done({ documentId });
  });
}

/** Changes what a piece is, for whom and until when. Copies already attached to demandes do not move (T7). */
export async function changeWalletDocument(
  actor: Citizen,
  { documentId, ...input }: ChangeWalletDocument,
): Promise<Result<Kept, never>> {
  return transact(actor, async ({ tx, record }) => {
    await ownDocument(tx, actor, documentId);
    await tx
      .update(walletDocuments)
      .set({ ...(await columnsOf(tx, actor, input)), updatedAt: clock.now() })
      .where(eq(walletDocuments.id, documentId));
    await record("wallet_document.changed", documentId);
    return done({ documentId });
  });
}

/** Removes a piece with its files (F111). Copies attached to demandes stay. */
export async function removeWalletDocument(
  actor: Citizen,
  { documentId }: OnlyWalletDocument,
): Promise<Result<null, never>> {
  return transact(actor, async ({ tx, record }) => {
    await ownDocument(tx, actor, documentId);
    const files = await tx
      .select({ storageKey: walletFiles.storageKey })
      .from(walletFiles)
      .where(eq(walletFiles.documentId, documentId));
    await forgetBlobs(
      tx,
      files.map(({ storageKey }) => storageKey),
    );
    await tx.delete(walletDocuments).where(eq(walletDocuments.id, documentId));
    await record("wallet_document.removed", documentId, { files: files.length });
    return done(null);
  });
}

async function columnsOf(tx: Tx, actor: Citizen, { type, title, relationId, validity, validUntil }: AddWalletDocument) {
  if (relationId) await ownRelation(tx, actor, relationId);
  return {
    type,
    title: title || documentTypeLabels[type],
    relationId,
    validUntil: lastDay(validity, validUntil, isoDay(clock.now())),
  };
}

async function ownRelation(tx: Tx, actor: Citizen, relationId: RelationId): Promise<void> {
  const [found] = await tx
    .select({ id: relations.id })
    .from(relations)
    .where(and(eq(relations.id, relationId), eq(relations.accountId, actor.accountId)))
    .limit(1);
  if (!found) throw new NotFound();
}
