import { and, asc, eq } from "drizzle-orm";
import { walletDocuments, walletFiles } from "@/db/schema/wallet";
import type { Citizen } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import type { WalletDocumentId } from "@/lib/shared/ids";
import { documentTypeLabels } from "@/lib/vocabulary/documents";
import { listWalletDocuments, openWalletFile } from "@/lib/wallet/queries";
import type { Entry, Namer, Part } from "./entry";

/** The pieces of the porte-documents, and their files, each in the folder of its piece. */
export async function walletPart(owner: Citizen, name: Namer): Promise<Part<unknown[]>> {
  const entries: Entry[] = [];
  const data: unknown[] = [];
  for (const document of await listWalletDocuments(owner)) {
    const folder = `${name("porte-documents/", document.title)}/`;
    const files = (await filesOf(owner, document.id)).map(({ id, at, ...file }) => {
      const path = name(folder, file.nom);
      entries.push({ path, at, open: async () => (await openWalletFile(owner, id)).body });
      return { ...file, ajout: at, dansLArchive: path };
    });
    data.push({
      titre: document.title,
      type: documentTypeLabels[document.type],
      pour: document.relationName ?? "vous",
      valableJusquAu: document.validUntil,
      modification: document.updatedAt,
      fichiers: files,
    });
  }
  return { data, entries };
}

async function filesOf({ accountId }: Citizen, documentId: WalletDocumentId) {
  return database()
    .select({
      id: walletFiles.id,
      nom: walletFiles.name,
      type: walletFiles.mediaType,
      octets: walletFiles.size,
      sha256: walletFiles.sha256,
      at: walletFiles.createdAt,
    })
    .from(walletFiles)
    .innerJoin(walletDocuments, eq(walletDocuments.id, walletFiles.documentId))
    .where(and(eq(walletFiles.documentId, documentId), eq(walletDocuments.accountId, accountId)))
    .orderBy(asc(walletFiles.position));
}
