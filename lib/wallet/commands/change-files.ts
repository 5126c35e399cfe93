import { and, desc, eq } from "drizzle-orm";
import { walletDocuments, walletFiles } from "@/db/schema/wallet";
import type { Citizen } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { hasRoom } from "@/lib/kernel/disk-room";
import { NotFound } from "@/lib/kernel/errors";
import { transact } from "@/lib/kernel/transact";
import { inspectFile, type InspectedFile, type SentFile } from "@/lib/files/inspecting/inspect";
import { senderOf } from "@/lib/files/inspecting/read-apart";
import { fileLimits, type FileRefusal } from "@/lib/files/rules";
import { storeCounted } from "@/lib/files/storing/store-counted";
import { adoptBlobs, forgetBlobs, storeSealed, type StoredBlob } from "@/lib/files/storing/vault";
import { newId, type WalletDocumentId, type WalletFileId } from "@/lib/shared/ids";
import { done, refuse, type Result } from "@/lib/shared/result";
import { walletKeyOf } from "../steps/wallet-key";
import { bytesUsed, lockWallet, ownDocument } from "../steps/lock-wallet";
import type { RemoveWalletFile } from "../schema";

export type AddWalletFile = { documentId: WalletDocumentId; file: SentFile };

/**
 * Adds one file to a piece: four a piece, 200 Mo in all. The bytes are judged, sealed under the owner's key and stored
 * first; the row adopts them under the lock. A file that the antivirus could not read is not kept: « try_again ».
 */
export async function addWalletFile(
  actor: Citizen,
  { documentId, file }: AddWalletFile,
): Promise<Result<{ fileId: WalletFileId }, FileRefusal>> {
  if (!(await hasRoom())) return refuse("no_room");
  const room = await transact<null, FileRefusal>(actor, async ({ tx, unrecorded }) => {
    unrecorded("only looks whether there is room");
    return findRoom(tx, actor, documentId, file.bytes.length);
  });
  if (!room.ok) return room;
  const inspected = await inspectFile(file, senderOf(actor, file.address));
  if (!inspected.ok) return inspected;
  if (inspected.value.scan !== "clean") return refuse("try_again");
  const sender = { actor, address: file.address, isCounted: file.isCounted };
  const { bytes } = inspected.value;
  const stored = await storeCounted(sender, [bytes.length], () => store(actor, inspected.value));
  return stored.ok ? keep(actor, documentId, inspected.value, stored.value) : stored;
}

/** Removes one file of a piece. Returns its name. */
export async function removeWalletFile(
  actor: Citizen,
  { documentId, fileId }: RemoveWalletFile,
): Promise<Result<{ name: string }, never>> {
  return transact(actor, async ({ tx, record }) => {
    await ownDocument(tx, actor, documentId);
    const [removed] = await tx
      .delete(walletFiles)
      .where(and(eq(walletFiles.id, fileId), eq(walletFiles.documentId, documentId)))
      .returning({ storageKey: walletFiles.storageKey, name: walletFiles.name });
    if (!removed) throw new NotFound();
    await forgetBlobs(tx, [removed.storageKey]);
    await touch(tx, documentId);
    await record("wallet_document.changed", documentId, { files: -1 });
    return done({ name: removed.name });
  });
}

async function findRoom(
  tx: Tx,
  actor: Citizen,
  documentId: WalletDocumentId,
  bytes: number,
): Promise<Result<null, FileRefusal>> {
  await lockWallet(tx, actor);
  await ownDocument(tx, actor, documentId);
  const files = await tx
    .select({ id: walletFiles.id })
    .from(walletFiles)
    .where(eq(walletFiles.documentId, documentId))
    .limit(fileLimits.filesAPiece);
  if (files.length >= fileLimits.filesAPiece) return refuse("too_many_files", { most: String(fileLimits.filesAPiece) });
  return (await bytesUsed(tx, actor.accountId)) + bytes > fileLimits.walletBytes ? refuse("wallet_full") : done(null);
}

async function store(actor: Citizen, { bytes }: InspectedFile): Promise<StoredBlob> {
  return storeSealed("wallet", await walletKeyOf(actor), bytes, fileLimits.bytes);
}

async function keep(
  actor: Citizen,
  documentId: WalletDocumentId,
  { name, mediaType }: InspectedFile,
  blob: StoredBlob,
): Promise<Result<{ fileId: WalletFileId }, FileRefusal>> {
  return transact(actor, async ({ tx, record }) => {
    const room = await findRoom(tx, actor, documentId, blob.size);
    if (!room.ok) return room;
    await adoptBlobs(tx, [blob]);
    const fileId = newId<WalletFileId>();
    const position = await nextPosition(tx, documentId);
    await tx
      .insert(walletFiles)
      .values({ id: fileId, documentId, position, name, mediaType, ...blob, createdAt: clock.now() });
    await touch(tx, documentId);
    await record("wallet_document.changed", documentId, { files: 1 });
    return done({ fileId });
  });
}

async function nextPosition(tx: Tx, documentId: WalletDocumentId): Promise<number> {
  const [last] = await tx
    .select({ position: walletFiles.position })
    .from(walletFiles)
    .where(eq(walletFiles.documentId, documentId))
    .orderBy(desc(walletFiles.position))
    .limit(1);
  return last ? last.position + 1 : 0;
}

async function touch(tx: Tx, documentId: WalletDocumentId): Promise<void> {
  await tx.update(walletDocuments).set({ updatedAt: clock.now() }).where(eq(walletDocuments.id, documentId));
}
