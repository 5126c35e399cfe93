import { and, asc, eq } from "drizzle-orm";
import { walletDocuments, walletFiles } from "@/db/schema/wallet";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { copySealed, type StoredBlob } from "@/lib/files/storing/vault";
import type { WalletDocumentId } from "@/lib/shared/ids";
import { walletKeyOf } from "./wallet-key";

export type CopiedFile = { name: string; mediaType: string; blob: StoredBlob };

/**
 * Copies the files of one piece of the actor's wallet under another key: what a demande keeps of it (T7). The wallet's key
 * does not leave this room. Throws NotFound for a piece that is absent or somebody else's.
 */
export async function copyWalletDocument(
  actor: Citizen,
  documentId: WalletDocumentId,
  demandeKey: Buffer,
): Promise<CopiedFile[]> {
  const files = await database()
    .select({
      name: walletFiles.name,
      mediaType: walletFiles.mediaType,
      size: walletFiles.size,
      storageKey: walletFiles.storageKey,
    })
    .from(walletDocuments)
    .leftJoin(walletFiles, eq(walletFiles.documentId, walletDocuments.id))
    .where(and(eq(walletDocuments.id, documentId), eq(walletDocuments.accountId, actor.accountId)))
    .orderBy(asc(walletFiles.position));
  if (files.length === 0) throw new NotFound();
  const walletKey = await walletKeyOf(actor);
  const copies: CopiedFile[] = [];
  for (const { name, mediaType, size, storageKey } of files) {
    if (name === null || mediaType === null || size === null || storageKey === null) continue;
    const blob = await copySealed({ key: walletKey, storageKey }, { room: "demande", key: demandeKey }, size);
    copies.push({ name, mediaType, blob });
  }
  return copies;
}
