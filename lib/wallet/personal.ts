import { and, asc, eq, inArray } from "drizzle-orm";
import { walletDocuments, walletFiles } from "@/db/schema/wallet";
import type { Citizen } from "@/lib/kernel/actor";
import { database, type Tx } from "@/lib/kernel/database";
import { claim, type Archive, type Entry, type Leaver, type Part, type Personal } from "@/lib/kernel/personal-data";
import { forgetBlobs } from "@/lib/files/storing/vault";
import type { WalletDocumentId } from "@/lib/shared/ids";
import { documentTypeLabels } from "@/lib/vocabulary/documents";
import { listWalletDocuments, openWalletFile } from "./queries";

/** The porte-documents goes with its account; the bytes of the files follow by the worker. */
export const walletPersonal = {
  tables: {
    walletDocuments: claim(
      walletDocuments,
      { with: "account", by: walletDocuments.accountId },
      {
        id: "erased",
        accountId: "erased",
        relationId: "erased",
        type: "erased",
        title: "erased",
        validUntil: "erased",
        createdAt: "erased",
        updatedAt: "erased",
      },
    ),
    walletFiles: claim(
      walletFiles,
      { with: "parent", parent: walletDocuments },
      {
        id: "erased",
        documentId: "erased",
        position: "erased",
        name: "erased",
        mediaType: "erased",
        size: "erased",
        sha256: "erased",
        storageKey: "erased",
        createdAt: "erased",
      },
    ),
  },
  erase: forgetFiles,
  copy: copyOf,
} satisfies Personal;

async function forgetFiles(tx: Tx, leavers: readonly Leaver[]): Promise<void> {
  const files = await tx
    .select({ storageKey: walletFiles.storageKey })
    .from(walletFiles)
    .innerJoin(walletDocuments, eq(walletDocuments.id, walletFiles.documentId))
    .where(
      inArray(
        walletDocuments.accountId,
        leavers.map(({ id }) => id),
      ),
    );
  await forgetBlobs(
    tx,
    files.map(({ storageKey }) => storageKey),
  );
}

/** The pieces, and their files, each in the folder of its piece. */
async function copyOf(owner: Citizen, { name }: Archive): Promise<Part> {
  const entries: Entry[] = [];
  const porteDocuments: unknown[] = [];
  for (const document of await listWalletDocuments(owner)) {
    const folder = `${name("porte-documents/", document.title)}/`;
    const files = (await filesOf(owner, document.id)).map(({ id, at, ...file }) => {
      const path = name(folder, file.nom);
      entries.push({ path, at, open: async () => (await openWalletFile(owner, id)).body });
      return { ...file, ajout: at, dansLArchive: path };
    });
    porteDocuments.push({
      titre: document.title,
      type: documentTypeLabels[document.type],
      pour: document.relationName ?? "vous",
      valableJusquAu: document.validUntil,
      modification: document.updatedAt,
      fichiers: files,
    });
  }
  return { data: { porteDocuments }, entries };
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
